using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Conversations;

/// <summary>What a restart would publish.</summary>
/// <param name="Version">Of the files as they lie there now.</param>
/// <param name="Problems">Why they could not be used; then nothing would be published.</param>
/// <param name="Removed">Screens they have no more, where people stand, and how many.</param>
public sealed record Publishing(string Version, IReadOnlyList<Problem> Problems, IReadOnlyList<(string Screen, int People)> Removed);

/// <summary>Which book is published, who still stands on an older one, and what the files on disk would change.</summary>
public sealed class PublishCheck(Books books, Actions actions, Store store, TimeProvider clock)
{
    private const string Older = """
        select c.book, count(*) from conversations c join conversation_steps s on s.conversation_id = c.id
        where c.started_at > $1 and c.book <> $2 and s.ends = $3 and c.network_status is null
            and s.hop = (select max(l.hop) from conversation_steps l where l.conversation_id = c.id)
        group by c.book order by 2 desc
        """;

    public async Task<DateTimeOffset?> PublishedAtAsync(CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.FirstAsync("select published_at from menu_books where version = $1", row => row.TimeOrNull(0), books.Version);
    }

    /// <summary>Versions other than the published one with how many open sessions stand on them.</summary>
    public async Task<IReadOnlyList<(string Version, long Sessions)>> OlderAsync(CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.AllAsync(Older, row => (row.Text(0), row.Number(1)), clock.GetUtcNow() - Books.Open, books.Version, false);
    }

    /// <summary>Reads the files again and checks them as a start would.</summary>
    public async Task<Publishing> RunAsync(CancellationToken cancel)
    {
        var folder = BookFolder.Read(AppContext.BaseDirectory);
        try
        {
            var book = folder.Compile(actions.Shapes);
            await using var reading = await store.ReadAsync(cancel);
            return new(folder.Version, [], await Books.RemovedUnderSomebodyAsync(reading.Db, book, folder.Version, clock.GetUtcNow()));
        }
        catch (BrokenBookException broken)
        {
            return new(folder.Version, broken.Problems, []);
        }
    }
}
