using System.Collections.Concurrent;
using CoopReach.Data;
using CoopReach.Engine.Menus;

namespace CoopReach.Conversations;

/// <summary>
/// The book of today and those that open sessions started on. A new book is published at start: sessions on an older one
/// end on it, and screens it took away from under somebody are reported with how many stand there.
/// </summary>
public sealed class Books(BookFolder folder, Actions actions, Store store, ILogger<Books> logger)
{
    /// <summary>No network holds a session open for longer.</summary>
    internal static readonly TimeSpan Open = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, MenuEngine> _older = [];

    public string Version { get; } = folder.Version;

    public MenuEngine Today { get; } = new(folder.Compile(actions.Shapes));

    /// <summary>The engine of a version; today's when the database does not know it.</summary>
    public async ValueTask<MenuEngine> FindAsync(string version, Statements db)
    {
        if (version == Version)
        {
            return Today;
        }

        if (_older.TryGetValue(version, out var known))
        {
            return known;
        }

        var content = await db.FirstAsync("select content from menu_books where version = $1", row => row.Text(0), version);
        var engine = content is null ? Today : new MenuEngine(BookFolder.FromJson(content).Compile(actions.Shapes));

        return _older.GetOrAdd(version, engine);
    }

    public async Task PublishAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await store.CommitAsync(
            async db => await db.ExecuteAsync(
                "insert into menu_books (version, published_at, content) values ($1, $2, $3) on conflict (version) do nothing",
                Version, now, folder.ToJson()),
            cancel);

        await using var reading = await store.ReadAsync(cancel);
        foreach (var (screen, people) in await RemovedUnderSomebodyAsync(reading.Db, Today.Book, Version, now))
        {
            logger.LogWarning("The new menus have no screen {Screen}, where {People} open sessions stand; they end on the menus they started on", screen, people);
        }
    }

    /// <summary>Screens a book has no more, where people stand who started on another.</summary>
    internal static async Task<IReadOnlyList<(string Screen, int People)>> RemovedUnderSomebodyAsync(Statements db, MenuBook book, string version, DateTimeOffset now)
    {
        var states = await db.AllAsync(
            """
            select s.state from conversations c join conversation_steps s on s.conversation_id = c.id
            where c.started_at > $1 and c.book <> $2 and s.ends = $3
                and s.hop = (select max(l.hop) from conversation_steps l where l.conversation_id = c.id)
            """,
            row => PlaceJson.Read(row.Text(0)), now - Open, version, false);

        return
        [
            .. states
                .Where(place => place.Screen is not null && !book.Screens.ContainsKey(place.Screen))
                .GroupBy(place => place.Screen!)
                .Select(group => (group.Key, group.Count())),
        ];
    }
}
