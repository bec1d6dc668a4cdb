using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;

namespace CoopReach.Office.Today;

/// <summary>Something that waits for somebody: a line of their first page.</summary>
/// <param name="Place">Path of the place in the rail that counts it: /payments.</param>
/// <param name="Title">A sentence: what waits.</param>
/// <param name="Detail">Of whom, since when.</param>
/// <param name="Act">Key of the verb on its button.</param>
/// <param name="Chip">By when; its tone is how much it hurries: cherry is late, sun is soon, stone has time.</param>
/// <param name="Due">The sooner, the higher it stands; null for what has time.</param>
public sealed record Todo(string Place, Value Title, Value Detail, string Act, string Href, Chip Chip, DateTimeOffset? Due)
{
    /// <summary>Of how many the line speaks.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The sum it is about, where it is about one.</summary>
    public Francs? Amount { get; init; }
}

/// <summary>A room that can have something waiting. Each reads its own tables, of what the seat covers and may act on.</summary>
public interface IWaits
{
    ValueTask<IReadOnlyList<Todo>> OfAsync(Seat seat, Statements db, DateTimeOffset now);
}
