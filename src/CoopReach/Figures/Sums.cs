using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Figures;

/// <summary>Adds up what stands on the first page, from the rows, at one moment.</summary>
public sealed class Sums(Store store, TimeProvider clock)
{
    private const int Days = 14;

    /// <summary>An order counts when it was not taken back; what it leaves is its amount less what was paid on it.</summary>
    private const string OwedSql = $"""
        with rest as (
            select o.due_on, o.net_amount - o.paid_before - coalesce(a.paid, 0) as amount from purchase_orders o
            left join (select order_id, sum(amount) as paid from payment_allocations where cooperative_id in {Covered.Sql} group by order_id) a on a.order_id = o.id
            where o.cooperative_id in {Covered.Sql} and o.reverses_id is null
                and not exists (select 1 from purchase_orders r where r.reverses_id = o.id))
        select
            cast(coalesce(sum(case when due_on > $4 then amount end), 0) as bigint),
            cast(coalesce(sum(case when due_on >= $3 and due_on <= $4 then amount end), 0) as bigint),
            cast(coalesce(sum(case when due_on < $3 and due_on >= $5 then amount end), 0) as bigint),
            cast(coalesce(sum(case when due_on < $5 then amount end), 0) as bigint)
        from rest where amount > 0
        """;

    private const string WeekSql = $"""
        select cast(coalesce(sum(net_grams), 0) as bigint), count(*), count(distinct station_id) from purchase_orders
        where cooperative_id in {Covered.Sql} and delivered_at >= $3 and reverses_id is null
        """;

    private const string ReachedSql = $"""
        select count(*),
            cast(coalesce(sum(case when phone is null then 1 else 0 end), 0) as bigint),
            cast(coalesce(sum(case when phone is not null and level = 'legal' then 1 else 0 end), 0) as bigint)
        from (select
                (select f.phone_number from person_phones f where f.person_id = m.person_id limit 1) as phone,
                coalesce((select p.level from message_preferences p where p.membership_id = m.id order by p.id desc limit 1), 'all') as level
            from memberships m where m.cooperative_id in {Covered.Sql} and m.ended_on is null) reached
        """;

    private const string SentSql = $"""
        select status, count(*), cast(coalesce(sum(price), 0) as bigint) from outbox_messages
        where cooperative_id in {Covered.Sql} and created_at >= $3 and status <> 'planned' group by status
        """;

    private const string AskedSql = $"""
        select c.channel, count(*) from conversations c
        where c.started_at >= $3 and exists (
            select 1 from person_phones f join memberships m on m.person_id = f.person_id
            where f.phone_number = c.phone and m.cooperative_id in {Covered.Sql})
        group by c.channel
        """;

    private const string AtOfficeSql = $"""
        select count(*) from audit_log where cooperative_id in {Covered.Sql} and at >= $3 and channel = 'console' and subject like 'member:%'
        """;

    /// <summary>The sum of each day: its beginning is a parameter, its end the next one.</summary>
    private static readonly string DaysSql = $"""
        select {string.Join(", ", Enumerable.Range(3, Days).Select(day => $"cast(coalesce(sum(case when delivered_at >= ${day} and delivered_at < ${day + 1} then net_grams end), 0) as bigint)"))}
        from purchase_orders where cooperative_id in {Covered.Sql} and delivered_at >= $3 and reverses_id is null
        """;

    public async Task<Standing> OfAsync(Seat seat, CancellationToken cancel)
    {
        var (own, area) = Covered.Of(seat);
        var now = clock.GetUtcNow();
        var (today, week) = (Kigali.Date(now), now.AddDays(-7));
        await using var reading = await store.ReadAsync(cancel);
        var db = reading.Db;
        var owed = await db.FirstAsync(OwedSql, row => new OwedByAge(row.Number(0), row.Number(1), row.Number(2), row.Number(3)), own, area, today, today.AddDays(7), today.AddDays(-7));
        var reached = await db.FirstAsync(ReachedSql, row => new Reached(row.Number(0), row.Number(1), row.Number(2)), own, area);

        return new Standing(owed!, await ReceivedAsync(db, own, area, today, week), reached!, await SentAsync(db, own, area, week), await AskedAsync(db, own, area, week));
    }

    private static async ValueTask<Received> ReceivedAsync(Statements db, long own, string area, DateOnly today, DateTimeOffset week)
    {
        var days = Enumerable.Range(1 - Days, Days).Select(today.AddDays).ToList();
        object?[] bounds = [own, area, .. days.Append(today.AddDays(1)).Select(day => (object)new DateTimeOffset(day, TimeOnly.MinValue, Kigali.Offset).ToUniversalTime())];
        var grams = await db.FirstAsync(DaysSql, row => days.Select((day, index) => new DayOfProduce(day, row.Number(index))).ToList(), bounds);
        var (sum, orders, stations) = await db.FirstAsync(WeekSql, row => (row.Number(0), row.Number(1), row.Number(2)), own, area, week);
        return new Received(grams!, sum, orders, stations);
    }

    private static async ValueTask<Sent> SentAsync(Statements db, long own, string area, DateTimeOffset week)
    {
        var all = await db.AllAsync(SentSql, row => (Status: row.Text(0), Count: row.Number(1), Francs: row.Number(2)), own, area, week);
        long Count(params string[] statuses) => all.Where(one => statuses.Contains(one.Status)).Sum(one => one.Count);
        return new Sent(Count("delivered"), Count("queued", "sending", "sent"), Count("failed"), Count("unknown"), all.Sum(one => one.Francs));
    }

    private static async ValueTask<Asked> AskedAsync(Statements db, long own, string area, DateTimeOffset week)
    {
        var all = await db.AllAsync(AskedSql, row => (Channel: row.Text(0), Count: row.Number(1)), own, area, week);
        long Count(string channel) => all.Where(one => one.Channel == channel).Sum(one => one.Count);
        return new Asked(Count("ussd"), Count("whatsapp"), await db.FirstAsync(AtOfficeSql, row => row.Number(0), own, area, week));
    }
}
