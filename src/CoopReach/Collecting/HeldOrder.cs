using System.Globalization;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Produce;

namespace CoopReach.Collecting;

/// <summary>An order that waits for a second person of the cooperative: neither the one who recorded it, nor the member, nor kin of the member.</summary>
/// <param name="Recorder">As rows name people.</param>
internal sealed record HeldOrder(
    long Id, long StationId, long Number, DateTimeOffset DeliveredAt, string Product, long NetGrams, long NetAmount, string Member, string Name, string Recorder)
{
    private static readonly string Waits = $"""
        select o.id, o.station_id, o.number, o.delivered_at, o.product, o.net_grams, o.net_amount, m.number, p.family_name, p.given_names,
            (select e.actor from order_events e where e.order_id = o.id and e.kind = 'recorded' order by e.seq limit 1)
        from purchase_orders o join memberships m on m.id = o.membership_id join people p on p.id = m.person_id
        where o.id in (select h.order_id from order_events h where h.cooperative_id = $1 and h.kind = 'held')
            and (select e.kind from order_events e where e.order_id = o.id and e.kind in ('held', 'approved') order by e.seq desc limit 1) = 'held'
            and not exists (select 1 from purchase_orders r where r.reverses_id = o.id)
            and coalesce(o.collector_id, 0) <> $2 and m.person_id <> $2 and not {Kin.Of("m.person_id", "$2")}
        """;

    private static readonly string List = $"{Waits} order by o.delivered_at, o.id limit 12";

    private static readonly string One = $"{Waits} and o.id = $3";

    public static ValueTask<List<HeldOrder>> ForAsync(Statements db, Collector approver) => db.AllAsync(List, Read, approver.CooperativeId, approver.PersonId);

    /// <summary>The order picked from the list; null when it waits no more, or not for this person.</summary>
    public static ValueTask<HeldOrder?> FindAsync(Statements db, Step step, Collector approver)
    {
        var id = long.Parse(step.Answer("waiting")!, CultureInfo.InvariantCulture);
        return db.FirstAsync(One, Read, approver.CooperativeId, approver.PersonId, id);
    }

    /// <summary>The picked order for whoever decides about it, after those before have; only in the transaction that decides.</summary>
    public static async ValueTask<(Collector Approver, HeldOrder Order)?> TakeAsync(Step step)
    {
        if (await ApproverAsync(step) is not { } approver)
        {
            return null;
        }

        await ReverseOrder.QueueAsync(step.Db, approver.CooperativeId);
        return await FindAsync(step.Db, step, approver) is { } order ? (approver, order) : null;
    }

    /// <summary>Who is behind the PIN; null when the person neither weighs nor keeps a store any more.</summary>
    public static async ValueTask<Collector?> ApproverAsync(Step step)
    {
        var roles = await Collector.OfMembershipAsync(step.Db, step.MembershipId, Kigali.Date(step.Now));
        return roles.Count == 0 ? null : roles[0];
    }

    private static HeldOrder Read(ResultRow row) => new(
        row.Number(0), row.Number(1), row.Number(2), row.Time(3), row.Text(4), row.Number(5), row.Number(6), row.Text(7),
        $"{row.Text(8)} {row.Text(9)}", row.Text(10));
}
