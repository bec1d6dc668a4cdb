using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Outbox;
using CoopReach.People;

namespace CoopReach.Money;

/// <summary>A loan a member asked for by phone and nobody has decided.</summary>
public sealed record AskedLoan(long Id, string Number, long MembershipId, string Member, string Name, long Amount, long SharePermille, DateTimeOffset AskedAt);

/// <summary>What the committee decided about a loan asked for by phone, written down once and told to the member.</summary>
public sealed class DecideLoan(Store store, GiveLoan give, PhraseBook phrases, TimeProvider clock)
{
    private const string Kind = "fertiliser-loan";

    private const string Open = """
        select r.id, r.number, r.membership_id, m.number, i.family_name, i.given_names, r.amount, r.share_permille, r.asked_at
        from loan_requests r join memberships m on m.id = r.membership_id join people i on i.id = m.person_id
        where r.cooperative_id = $1 and r.decided_at is null
        """;

    private const string Decide = "update loan_requests set decided_at = $3 where id = $1 and cooperative_id = $2 and decided_at is null";

    /// <summary>What waits, the oldest first.</summary>
    public async Task<IReadOnlyList<AskedLoan>> WaitingAsync(Seat seat, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return seat.CooperativeId is { } own ? await reading.Db.AllAsync($"{Open} order by r.asked_at, r.id", Read, own) : [];
    }

    /// <param name="mostPerOrder">Francs, the most that one order pays back.</param>
    /// <param name="method">How the money is given: cash, momo, bank or sacco.</param>
    /// <exception cref="RefusedException">No right, decided before, or not there.</exception>
    public Task GrantAsync(Seat seat, long id, long mostPerOrder, string method, CancellationToken cancel) => DecideAsync(
        seat, id, "loan.grant", "office.payments.loans.sms-granted",
        async (db, asked) => await give.InAsync(db, seat.Staff!, asked.MembershipId, new(asked.Number, Kind, asked.Amount, asked.SharePermille, mostPerOrder), method),
        cancel);

    /// <exception cref="RefusedException">No right, decided before, or not there.</exception>
    public Task RefuseAsync(Seat seat, long id, CancellationToken cancel) =>
        DecideAsync(seat, id, "loan.refuse", "office.payments.loans.sms-refused", (_, _) => ValueTask.CompletedTask, cancel);

    private Task DecideAsync(Seat seat, long id, string verb, string sms, Func<Statements, AskedLoan, ValueTask> also, CancellationToken cancel)
    {
        seat.Must(Permission.PreparePayments);
        var (by, now) = (seat.Staff!, clock.GetUtcNow());
        return store.CommitAsync(
            async db =>
            {
                await MoneyQueue.JoinAsync(db, by.CooperativeId);
                var asked = await db.FirstAsync($"{Open} and r.id = $2", Read, by.CooperativeId, id) ?? throw RefusedException.Because("payments.refused.decided");
                await db.ExecuteAsync(Decide, id, by.CooperativeId, now);
                await also(db, asked);
                await by.NoteAsync(db, now, verb, $"loan-request:{asked.Number}", $"{asked.Amount} Frw");
                await TellAsync(db, asked, sms, now);
            },
            cancel);
    }

    private async ValueTask TellAsync(Statements db, AskedLoan asked, string sms, DateTimeOffset now)
    {
        var member = await Recipient.OfMembershipAsync(db, asked.MembershipId);
        if (member.Phone is { } phone)
        {
            var text = phrases.Say(member.Language, sms, new Dictionary<string, Value>
            {
                ["coop"] = member.Cooperative, ["number"] = member.Number, ["contract"] = asked.Number, ["amount"] = new Francs(asked.Amount),
            });
            await OutboxQueue.QueueAsync(db, asked.MembershipId, $"loan:{asked.Id}", phone, text, "answer", now);
        }
    }

    private static AskedLoan Read(ResultRow row) => new(
        row.Number(0), row.Text(1), row.Number(2), row.Text(3), $"{row.Text(4)} {row.Text(5)}", row.Number(6), row.Number(7), row.Time(8));
}
