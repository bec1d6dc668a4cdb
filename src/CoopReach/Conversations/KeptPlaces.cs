using CoopReach.Data;
using CoopReach.Engine.Menus;

namespace CoopReach.Conversations;

/// <summary>A conversation as the desk found it in the database.</summary>
internal sealed record Kept(string SessionId, string Phone, int Hop, bool Ended, string Book, string State, string Reply, int Version)
{
    /// <summary>The place as this node wrote it, when it did.</summary>
    public Place? Remembered { get; init; }

    public Place Place => Remembered ?? PlaceJson.Read(State);
}

/// <summary>One step to be written: where it leads, what was heard and what was said.</summary>
internal sealed record Heard(Inbound Inbound, string Book, Turn Turn, string MaskedInput, string State, string Reply, int Version, DateTimeOffset At)
{
    /// <summary>What the next step of the session finds.</summary>
    public Kept ToKept() => new(Inbound.SessionId, Inbound.Phone, Inbound.Hop, Turn.Ends, Book, State, Reply, Version + 1) { Remembered = Turn.Place };
}

/// <summary>The statements behind the desk: a conversation is found, written and ended here and nowhere else.</summary>
internal static class KeptPlaces
{
    private const string Columns = "session_id, phone, hop, ended, book, state, reply, version";

    private const string BySession = $"select {Columns} from conversations where session_id = $1";

    private const string LatestOfPhone = $"""
        select {Columns}, last_at, network_status from conversations
        where phone = $1 and started_at > $2 order by started_at desc limit 1
        """;

    private const string Begin = """
        insert into conversations (session_id, channel, phone, network, started_at, last_at, hop, ended, book, state, reply, version)
        values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, 1) on conflict (session_id) do nothing
        """;

    private const string Continue = """
        update conversations set last_at = $2, hop = $3, ended = $4, state = $5, reply = $6, version = version + 1
        where session_id = $1 and version = $7
        """;

    private const string Note = """
        insert into conversation_steps (session_id, hop, at, screen, input, text, milliseconds) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (session_id, hop) do nothing
        """;

    private const string End = """
        update conversations set network_status = $2, ended = case when $2 = 'Success' then $3 else ended end, version = version + 1
        where session_id = $1 and network_status is null
        """;

    public static ValueTask<Kept?> FindAsync(Statements db, string sessionId) => db.FirstAsync(BySession, Read, sessionId);

    /// <summary>The phone's last conversation, when it was cut off less than <paramref name="within"/> ago.</summary>
    public static async ValueTask<Kept?> FindDroppedAsync(Statements db, string phone, DateTimeOffset now, TimeSpan within)
    {
        // A session lives three minutes; what started long before the window cannot have ended inside it.
        var oldest = now - within - TimeSpan.FromMinutes(10);
        var latest = await db.FirstAsync(LatestOfPhone, row => (Kept: Read(row), LastAt: row.Time(8)), phone, oldest);

        return latest.Kept is { Ended: false } && now - latest.LastAt <= within ? latest.Kept : null;
    }

    public static async ValueTask WriteAsync(Statements db, Heard heard, int milliseconds)
    {
        var inbound = heard.Inbound;
        var ended = heard.Turn.Ends;
        var rows = heard.Version == 0
            ? await db.ExecuteAsync(Begin, inbound.SessionId, inbound.Channel, inbound.Phone, inbound.Network, heard.At, inbound.Hop, ended, heard.Book, heard.State, heard.Reply)
            : await db.ExecuteAsync(Continue, inbound.SessionId, heard.At, inbound.Hop, ended, heard.State, heard.Reply, heard.Version);
        if (rows == 0)
        {
            throw new StepConflictException($"Session {inbound.SessionId} went on elsewhere.");
        }

        await db.ExecuteAsync(Note, inbound.SessionId, inbound.Hop, heard.At, heard.Turn.Place.Screen ?? "", heard.MaskedInput, heard.Turn.Text, milliseconds);
    }

    public static ValueTask<int> EndAsync(Statements db, string sessionId, string status) => db.ExecuteAsync(End, sessionId, status, true);

    private static Kept Read(ResultRow row) => new(
        row.Text(0), row.Text(1), (int)row.Number(2), row.Flag(3), row.Text(4), row.Text(5), row.Text(6), (int)row.Number(7));
}
