using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.People;

namespace CoopReach.Safety;

/// <summary>What staff asks for, after seeing the member's card.</summary>
/// <param name="By">Of the member's cooperative.</param>
/// <param name="ApprovedBy">Somebody else, needed when the member is owed much.</param>
public sealed record CodeRequest(Staff By, long MembershipId, string Purpose, string? ApprovedBy);

/// <summary>The code, said this once and kept nowhere.</summary>
public sealed record IssuedCode(long Id, string Code, DateTimeOffset ExpiresAt);

/// <summary>Issues the one-time codes that are given in person.</summary>
public sealed class IssueCode(Store store, PinHasher pins, TimeProvider clock)
{
    /// <summary>Francs owed to a member above which one person is not enough.</summary>
    public const long MostOwedAlone = 500_000;

    private const string Find = """
        select m.number, cast(coalesce((select sum(o.net_amount) from purchase_orders o where o.membership_id = m.id), 0)
            - coalesce((select sum(a.amount) from payment_allocations a join purchase_orders o on o.id = a.order_id where o.membership_id = m.id), 0) as bigint)
        from memberships m where m.id = $1 and m.cooperative_id = $2 and m.ended_on is null
        """;

    private const string Void = """
        update one_time_codes set voided_at = $2, version = version + 1 where membership_id = $1 and used_at is null and voided_at is null
        """;

    private const string Insert = """
        insert into one_time_codes (membership_id, purpose, digest, phone_number, issued_by, approved_by, issued_at, expires_at, failures, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 0, 1) returning id
        """;

    /// <exception cref="RefusedException">The member is none of the cooperative, has left, or is owed more than 500,000 francs and nobody else approved.</exception>
    public async Task<IssuedCode> RunAsync(CodeRequest request, CancellationToken cancel)
    {
        IssuedCode? issued = null;
        var code = OneTimeCode.NewDigits();
        await store.CommitAsync(async db => issued = await WriteAsync(db, request, code, phone: null), cancel);

        return issued!;
    }

    /// <summary>Inside a transaction of the caller's; the last row it writes is the audit's.</summary>
    internal async ValueTask<IssuedCode> WriteAsync(Statements db, CodeRequest request, string code, string? phone)
    {
        var now = clock.GetUtcNow();
        var member = await db.FirstAsync(Find, row => new Member(row.Text(0), row.Number(1)), request.MembershipId, request.By.CooperativeId)
            ?? throw RefusedException.Because("safety.refused.no-member");
        if (member.Owed > MostOwedAlone && (request.ApprovedBy is null || request.ApprovedBy == request.By.Actor))
        {
            throw RefusedException.Because("safety.refused.second-person", ("number", member.Number), ("most", new Francs(MostOwedAlone)));
        }

        var expires = now + OneTimeCode.Life;
        await db.ExecuteAsync(Void, request.MembershipId, now);
        var id = await db.FirstAsync(
            Insert, row => row.Number(0), request.MembershipId, request.Purpose, pins.DigestOf(request.MembershipId, code), phone,
            request.By.Actor, request.ApprovedBy, now, expires);
        var detail = request.ApprovedBy is null ? request.Purpose : $"{request.Purpose}, approved by {request.ApprovedBy}";
        await request.By.NoteAsync(db, now, "code.issue", $"member:{member.Number}", detail);

        return new IssuedCode(id, code, expires);
    }

    private sealed record Member(string Number, long Owed);
}
