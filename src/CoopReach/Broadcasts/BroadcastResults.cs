using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Sheets;

namespace CoopReach.Broadcasts;

/// <summary>How far the messages of a broadcast got, and whom it leaves to be told some other way.</summary>
/// <param name="Price">Francs as planned.</param>
/// <param name="Spent">Francs of what left and was not refused.</param>
/// <param name="ByStatus">Messages by status.</param>
/// <param name="LeftOut">People by reason.</param>
public sealed record BroadcastResult(
    BroadcastState State, long Price, long Spent, long Cap, IReadOnlyDictionary<string, long> ByStatus, IReadOnlyDictionary<string, long> LeftOut);

/// <param name="Zone">Empty where none is known.</param>
/// <param name="Reason">A reason of <see cref="Broadcasts.LeftOut"/>, or the state its message ended in.</param>
public sealed record NotReachedMember(string Zone, string Number, string Name, string Reason);

/// <summary>Reads the results, and writes the list of them.</summary>
public sealed class BroadcastResults(Store store)
{
    private const string Plan = """
        select b.state, b.price, coalesce(p.spent, 0), coalesce(p.cap, 0), coalesce(b.plan_id, 0)
        from broadcasts b left join outbox_plans p on p.id = b.plan_id where b.id = $1 and b.cooperative_id = $2
        """;

    private const string ByStatus = "select status, count(*) from outbox_messages where plan_id = $1 group by status";
    private const string ByReason = "select reason, count(*) from broadcast_left_out where broadcast_id = $1 group by reason";

    /// <summary>The people it did not reach first, by zone, so that somebody can walk there with the list.</summary>
    private const string Rows = """
        select coalesce(z.name, ''), m.number, i.family_name || ' ' || i.given_names, r.phone, r.status, r.reason
        from (
            select person_id, phone, status, coalesce(reason, '') as reason, case status when 'delivered' then 2 when 'sent' then 1 else 0 end as place
            from outbox_messages where plan_id = (select plan_id from broadcasts where id = $2)
            union all select person_id, '', 'not reached', reason, 0 from broadcast_left_out where broadcast_id = $2) r
        join people i on i.id = r.person_id
        join memberships m on m.id = (select min(n.id) from memberships n where n.person_id = i.id and n.cooperative_id = $1)
        left join zones z on z.id = m.zone_id
        order by r.place, 1, 2
        """;

    private const string FailedBecause = """
        select coalesce(reason, ''), count(*) from outbox_messages where plan_id = (select plan_id from broadcasts where id = $1 and cooperative_id = $2)
            and status in ('failed', 'cancelled', 'left-out') group by 1 order by 2 desc limit 20
        """;

    private const string NotReached = """
        select coalesce(z.name, ''), m.number, i.family_name || ' ' || i.given_names, r.reason
        from (
            select person_id, status as reason from outbox_messages
            where plan_id = (select plan_id from broadcasts where id = $1) and status in ('failed', 'unknown', 'cancelled', 'left-out')
            union all select person_id, reason from broadcast_left_out where broadcast_id = $1) r
        join people i on i.id = r.person_id
        join memberships m on m.id = (select min(n.id) from memberships n where n.person_id = i.id and n.cooperative_id = $2)
        left join zones z on z.id = m.zone_id
        order by 1, 2 limit $3
        """;

    private static readonly IReadOnlyList<(string Head, int Width)> Columns =
        [("Zone", 18), ("Number", 10), ("Name", 30), ("Phone", 16), ("Result", 14), ("Reason", 34)];

    /// <exception cref="RefusedException">There is none of that number in the cooperative.</exception>
    public async Task<BroadcastResult> ReadAsync(Staff staff, long id, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        var db = reading.Db;
        var (state, price, spent, cap, plan) = await db.FirstAsync(
                Plan, row => ((string, long, long, long, long)?)(row.Text(0), row.Number(1), row.Number(2), row.Number(3), row.Number(4)), id, staff.CooperativeId)
            ?? throw RefusedException.Because("broadcasts.refused.none");

        return new(BroadcastLife.Parse(state), price, spent, cap, await CountsAsync(db, ByStatus, plan), await CountsAsync(db, ByReason, id));
    }

    /// <summary>Why some did not get it, the most frequent first.</summary>
    public async Task<IReadOnlyList<(string Reason, long Count)>> ReasonsAsync(Staff staff, long id, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.AllAsync(FailedBecause, row => (row.Text(0), row.Number(1)), id, staff.CooperativeId);
    }

    /// <summary>Whom it did not reach, by zone, to be told some other way.</summary>
    /// <exception cref="RefusedException">There is none of that number in the cooperative.</exception>
    public async Task<IReadOnlyList<NotReachedMember>> NotReachedAsync(Staff staff, long id, long most, CancellationToken cancel)
    {
        await ReadAsync(staff, id, cancel);
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.AllAsync(NotReached, row => new NotReachedMember(row.Text(0), row.Text(1), row.Text(2), row.Text(3)), id, staff.CooperativeId, most);
    }

    public async Task XlsxAsync(Staff staff, long id, Stream output, CancellationToken cancel)
    {
        await ReadAsync(staff, id, cancel);
        await using var reading = await store.ReadAsync(cancel);
        await using var sheet = await XlsxWriter.BeginAsync(output, Columns);
        foreach (var row in await reading.Db.AllAsync(Rows, row => Enumerable.Range(0, 6).Select(row.Text).ToList(), staff.CooperativeId, id))
        {
            await sheet.RowAsync(row);
        }
    }

    private static async ValueTask<IReadOnlyDictionary<string, long>> CountsAsync(Statements db, string sql, long of) =>
        (await db.AllAsync(sql, row => (row.Text(0), row.Number(1)), of)).ToDictionary();
}
