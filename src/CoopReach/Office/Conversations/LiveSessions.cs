using CoopReach.Access;
using CoopReach.Data;

namespace CoopReach.Office.Live;

/// <summary>Somebody on the phone now, as a third person may know it: the end of a number, and choices, never what was typed.</summary>
public sealed record LiveSession(long Id, string Channel, string Who, string? Network, DateTimeOffset StartedAt, string Screen, long Hop, string Input);

/// <summary>One hop of a session.</summary>
public sealed record LiveStep(long Hop, DateTimeOffset At, string Screen, string Input, bool Ends, long Milliseconds);

/// <summary>Conversations as they go on. They belong to no cooperative; an administrator keeps the lines running.</summary>
public sealed class LiveSessions(Store store, TimeProvider clock)
{
    private const string Columns = "c.id, c.channel, c.phone, c.network, c.started_at, s.screen, s.hop, s.input";

    private const string Now = $"""
        select {Columns} from conversations c join conversation_steps s on s.conversation_id = c.id
        where c.started_at > $1 and c.network_status is null and s.ends = $3 and s.at > $2
            and s.hop = (select max(l.hop) from conversation_steps l where l.conversation_id = c.id)
        order by c.id desc limit 100
        """;

    private const string One = $"""
        select {Columns} from conversations c join conversation_steps s on s.conversation_id = c.id where c.id = $1 order by s.hop desc limit 1
        """;

    private const string Steps = "select hop, at, screen, input, ends, milliseconds from conversation_steps where conversation_id = $1 order by hop";

    private static readonly TimeSpan Oldest = TimeSpan.FromHours(1);

    /// <summary>A network cuts a session sooner.</summary>
    private static readonly TimeSpan Silent = TimeSpan.FromMinutes(5);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<LiveSession>> NowAsync(Seat by, CancellationToken cancel)
    {
        by.Must(Permission.SeeConversations);
        var now = clock.GetUtcNow();
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.AllAsync(Now, Read, now - Oldest, now - Silent, false);
    }

    /// <summary>Null when there is none such, or it is forgotten already.</summary>
    public async Task<(LiveSession Session, IReadOnlyList<LiveStep> Steps)?> FindAsync(Seat by, long id, CancellationToken cancel)
    {
        by.Must(Permission.SeeConversations);
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.FirstAsync(One, Read, id) is { } session
            ? (session, await reading.Db.AllAsync(Steps, row => new LiveStep(row.Number(0), row.Time(1), row.Text(2), Masked(row.Text(3)), row.Flag(4), row.Number(5)), id))
            : null;
    }

    /// <summary>Choices stay; a number, a name or a sentence is somebody's own, and a PIN was masked before it was written.</summary>
    internal static string Masked(string input) => string.Join('*', input.Split('*').Select(part => part.Length <= 2 && part.All(char.IsAsciiDigit) ? part : "•••"));

    private static LiveSession Read(ResultRow row) => new(
        row.Number(0), row.Text(1), $"...{row.Text(2)[^Math.Min(3, row.Text(2).Length)..]}", row.TextOrNull(3), row.Time(4), row.Text(5), row.Number(6), Masked(row.Text(7)));
}
