using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.Office.Today;

namespace CoopReach.Money;

/// <summary>What of the money waits for somebody: a yes, a file, a word of the provider, a member who got nothing, a loan asked for.</summary>
public sealed class MoneyWaits : IWaits
{
    private const string Place = "/payments";

    private const string Approve = """
        select b.id, b.method, b.prepared_at, count(p.id), cast(sum(p.amount) as bigint), min(coalesce(u.name, b.prepared_by)) from payment_batches b
        join payments p on p.batch_id = b.id left join users u on 'staff:' || u.login = b.prepared_by
        where b.cooperative_id = $1 and b.prepared_by <> $2 and not exists (select 1 from batch_approvals a where a.batch_id = b.id)
            and not exists (select 1 from payments f join payment_events e on e.payment_id = f.id where f.batch_id = b.id and e.kind = 'failed')
        group by b.id, b.method, b.prepared_at order by b.prepared_at
        """;

    private const string Export = """
        select b.id, b.method, a.at, count(p.id), cast(sum(p.amount) as bigint), '' from payment_batches b
        join batch_approvals a on a.batch_id = b.id join payments p on p.batch_id = b.id
        where b.cooperative_id = $1 and not exists (select 1 from payment_events e where e.payment_id = p.id)
        group by b.id, b.method, a.at order by a.at
        """;

    private const string Unknown = """
        select count(*), cast(coalesce(sum(p.amount), 0) as bigint) from payments p where p.cooperative_id = $1
            and exists (select 1 from payment_events e where e.payment_id = p.id and e.kind = 'unknown')
            and not exists (select 1 from payment_events e where e.payment_id = p.id and e.kind in ('paid', 'failed'))
        """;

    private const string Loans = "select count(*), cast(coalesce(sum(r.amount), 0) as bigint) from loan_requests r where r.cooperative_id = $1 and r.decided_at is null";

    public async ValueTask<IReadOnlyList<Todo>> OfAsync(Seat seat, Statements db, DateTimeOffset now)
    {
        if (seat.CooperativeId is not { } cooperative)
        {
            return [];
        }

        var todos = new List<Todo>();
        if (seat.May(Permission.ApprovePayments))
        {
            todos.AddRange((await db.AllAsync(Approve, Batch.Read, cooperative, seat.Actor)).Select(ToApprove));
        }

        if (seat.May(Permission.SettlePayments))
        {
            todos.AddRange((await db.AllAsync(Export, Batch.Read, cooperative)).Select(ToExport));
            Add(todos, await CountAsync(db, Unknown, cooperative), "office.payments.todo.unknown", "office.payments.todo.unknown-how", "/payments?state=unknown");
            Add(todos, await CountAsync(db, Loans, cooperative), "office.payments.todo.loans", "office.payments.todo.loans-how", "/payments/loans");
        }

        return todos;
    }

    private static Todo ToApprove(Batch batch) => new(
        Place,
        Value.Phrase("office.payments.todo.approve"),
        Value.Phrase("office.payments.todo.approve-how", ("count", Value.Number(batch.Payments)), ("way", Way(batch)), ("person", batch.By), ("day", Value.Day(Kigali.Date(batch.At))), ("time", Value.Time(Kigali.Time(batch.At)))),
        "office.payments.todo.approve-act", $"/payments/{batch.Id}", new Chip("sun", "s-clock", Value.Phrase("office.payments.state.waits")), batch.At) { Amount = new Francs(batch.Amount) };

    private static Todo ToExport(Batch batch) => new(
        Place,
        Value.Phrase("office.payments.todo.export"),
        Value.Phrase("office.payments.todo.export-how", ("count", Value.Number(batch.Payments)), ("way", Way(batch)), ("day", Value.Day(Kigali.Date(batch.At))), ("time", Value.Time(Kigali.Time(batch.At)))),
        "office.payments.todo.export-act", $"/payments/{batch.Id}", new Chip("sun", "s-clock", Value.Phrase("office.payments.todo.now")), batch.At) { Amount = new Francs(batch.Amount) };

    private static void Add(List<Todo> todos, (long Count, long Amount) found, string title, string how, string href)
    {
        if (found.Count > 0)
        {
            todos.Add(new(
                Place, Value.Phrase(title, ("count", Value.Number(found.Count))), Value.Phrase(how, ("amount", new Francs(found.Amount))), "office.payments.todo.look", href,
                new Chip("stone", "s-unknown", Value.Phrase("office.payments.todo.no-day")), null) { Count = (int)found.Count, Amount = new Francs(found.Amount) });
        }
    }

    private static async ValueTask<(long Count, long Amount)> CountAsync(Statements db, string sql, long cooperative) =>
        await db.FirstAsync(sql, row => (row.Number(0), row.Number(1)), cooperative);

    private static Value Way(Batch batch) => Value.Phrase($"office.payments.way.{batch.Method}");

    private sealed record Batch(long Id, string Method, DateTimeOffset At, long Payments, long Amount, string By)
    {
        public static Batch Read(ResultRow row) => new(row.Number(0), row.Text(1), row.Time(2), row.Number(3), row.Number(4), row.Text(5));
    }
}
