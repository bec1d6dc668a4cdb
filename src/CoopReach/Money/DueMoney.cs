using CoopReach.Data;
using CoopReach.People;

namespace CoopReach.Money;

/// <summary>What members are owed for deliveries, of one day and one way of paying.</summary>
/// <param name="Method">momo, bank, sacco; cash for who has neither phone nor account.</param>
public sealed record DueMoney(DateOnly Day, string Method, long Amount)
{
    private const string Sql = $"""
        select due_on, method, cast(sum(due) as bigint) from (
            select o.due_on, coalesce(a.method, case when {Recipient.FirstPhone} is null then 'cash' else 'momo' end) as method, {Owed.Left} as due
            from purchase_orders o join memberships m on m.id = o.membership_id join people i on i.id = m.person_id
            left join payout_accounts a on a.membership_id = m.id
            where o.cooperative_id = $1 and {Owed.Unpaid} and {Owed.Payable}) due_orders
        where due > 0 group by due_on, method order by due_on, method
        """;

    /// <summary>Neither paid, nor on its way in a batch, nor in dispute.</summary>
    public static ValueTask<List<DueMoney>> OfAsync(Statements db, long cooperativeId) =>
        db.AllAsync(Sql, row => new DueMoney(row.Date(0), row.Text(1), row.Number(2)), cooperativeId);
}

/// <summary>A line of what is due: all that is late, a day, or all that comes later.</summary>
/// <param name="Kind">late, today, day or later.</param>
/// <param name="Day">Of late the oldest, of later the first.</param>
public sealed record DueLine(string Kind, DateOnly Day, long Amount, IReadOnlyList<(string Method, long Amount)> Ways)
{
    private const int DaysAhead = 7;

    public static IReadOnlyList<DueLine> Of(IEnumerable<DueMoney> due, DateOnly today) =>
    [
        .. due.GroupBy(one => one.Day < today ? ("late", default(DateOnly)) : one.Day == today ? ("today", today) : one.Day < today.AddDays(DaysAhead) ? ("day", one.Day) : ("later", DateOnly.MaxValue))
            .OrderBy(group => group.Key.Item2)
            .Select(group => new DueLine(
                group.Key.Item1, group.Min(one => one.Day), group.Sum(one => one.Amount),
                [.. group.GroupBy(one => one.Method).Select(way => (way.Key, way.Sum(one => one.Amount))).OrderByDescending(way => way.Item2)])),
    ];
}
