using System.Globalization;
using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Registry;

/// <summary>The numbers of a cooperative's booklets.</summary>
public sealed class MemberNumbers(Store store)
{
    /// <summary>Numbers that are written with their zeros sort as they count; the longest come last.</summary>
    private const string Last = "select number from memberships where cooperative_id = $1 order by length(number) desc, number desc limit 1";

    private const string Find = "select id from memberships where cooperative_id = $1 and number = $2";

    /// <summary>One above the highest; empty where that is no number.</summary>
    public async Task<string> NextAsync(Staff by, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        var last = await reading.Db.FirstAsync(Last, row => row.Text(0), by.CooperativeId) ?? "0000";
        return long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number + 1).ToString(CultureInfo.InvariantCulture).PadLeft(last.Length, '0')
            : "";
    }

    /// <exception cref="RefusedException">Nobody here has that number.</exception>
    public async Task<long> MembershipAsync(Staff by, string number, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.FirstAsync(Find, row => (long?)row.Number(0), by.CooperativeId, number) ?? throw RefusedException.Because("registry.refused.no-membership");
    }
}
