using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Money;

/// <summary>A payment as its member sees it.</summary>
/// <param name="Kind">paid, failed, unknown; null before any word of it.</param>
/// <param name="Word">confirmed or denied, where the member said so.</param>
internal sealed record MemberPayment(long Id, long Amount, string Method, DateTimeOffset At, string? Destination, string? Kind, string? Word)
{
    /// <summary>Those a second person let go, and cash.</summary>
    private const string Select = """
        select p.id, p.amount, p.method, coalesce((select max(e.at) from payment_events e where e.payment_id = p.id and e.kind = 'paid'), p.at), d.destination,
            (select e.kind from payment_events e where e.payment_id = p.id and e.kind in ('paid', 'failed', 'unknown') order by e.seq desc limit 1),
            (select e.kind from payment_events e where e.payment_id = p.id and e.kind in ('confirmed', 'denied') order by e.seq desc limit 1)
        from payments p left join payment_destinations d on d.payment_id = p.id
        where p.membership_id = $1 and (p.batch_id is null or exists (select 1 from batch_approvals a where a.batch_id = p.batch_id))
        """;

    public static ValueTask<List<MemberPayment>> LastAsync(Statements db, long membershipId) =>
        db.AllAsync($"{Select} order by p.at desc, p.id desc limit 12", Read, membershipId);

    public static ValueTask<MemberPayment?> FindAsync(Statements db, long membershipId, long id) =>
        db.FirstAsync($"{Select} and p.id = $2", Read, membershipId, id);

    /// <summary>By its number in the cooperative, as the SMS gives it.</summary>
    public static ValueTask<MemberPayment?> FindByNumberAsync(Statements db, long membershipId, long number) =>
        db.FirstAsync($"{Select} and p.seq = $2", Read, membershipId, number);

    /// <summary>It was sent and the member has not said whether it came.</summary>
    public bool AwaitsAWord => Kind == PaymentEvent.Paid && Word is null;

    public Row ToRow() => new($"{Id}", Values());

    /// <summary>To the screen of this payment: with the question, or without.</summary>
    public Outcome ToScreen()
    {
        var outcome = new Outcome(AwaitsAWord ? "ask" : "told").With("payment-id", Value.Number(Id)).With("way", PaymentReceipt.Way(Method, Destination));
        foreach (var (name, value) in Values())
        {
            outcome.With(name, value);
        }

        return outcome;
    }

    private Dictionary<string, Value> Values() => new()
    {
        ["day"] = Value.Day(Kigali.Date(At)),
        ["paid"] = new Francs(Amount),
        ["payment-state"] = Value.Phrase($"payments.state.{Word ?? Kind ?? "waiting"}"),
    };

    private static MemberPayment Read(ResultRow row) => new(
        row.Number(0), row.Number(1), row.Text(2), row.Time(3), row.TextOrNull(4), row.TextOrNull(5), row.TextOrNull(6));
}
