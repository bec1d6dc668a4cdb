using CoopReach.Access;
using CoopReach.Data;

namespace CoopReach.Office.Today;

/// <summary>What waits for somebody, of all rooms, the most urgent first.</summary>
public sealed class Waiting(Store store, IEnumerable<IWaits> rooms, TimeProvider clock)
{
    public async Task<IReadOnlyList<Todo>> OfAsync(Seat seat, CancellationToken cancel)
    {
        var (all, now) = (new List<Todo>(), clock.GetUtcNow());
        await using var reading = await store.ReadAsync(cancel);
        foreach (var room in rooms)
        {
            all.AddRange(await room.OfAsync(seat, reading.Db, now));
        }

        return [.. all.OrderBy(todo => todo.Due ?? DateTimeOffset.MaxValue)];
    }
}
