using CoopReach.Data;
using CoopReach.Engine.Menus;

namespace CoopReach.Conversations;

/// <summary>A conversation where it stands: its last step.</summary>
internal sealed record Kept(long Id, string Phone, string Book, int Hop, bool Ended, string State, string Reply)
{
    /// <summary>The place as this node wrote it, when it did.</summary>
    public Place? Remembered { get; init; }

    public Place Place => Remembered ?? PlaceJson.Read(State);
}

/// <summary>One step to be written: after which one it comes, what was heard and where it leads.</summary>
internal sealed record Heard(Inbound Inbound, Kept? After, string Book, Turn Turn, string MaskedInput, string State, DateTimeOffset At)
{
    /// <summary>What the next step of the session finds.</summary>
    public Kept ToKept(long id) => new(id, Inbound.Phone, Book, Inbound.Hop, Turn.Ends, State, Turn.Text) { Remembered = Turn.Place };
}

/// <summary>The statements behind the desk: a conversation is found, written and ended here and nowhere else.</summary>
internal static class KeptPlaces
{
    private const string Columns = "c.id, c.phone, c.book, s.hop, s.ends, s.state, s.text";

    private const string BySession = $"""
        select {Columns} from conversations c join conversation_steps s on s.conversation_id = c.id
        where c.session_id = $1 order by s.hop desc limit 1
        """;

    private const string LatestOfPhone = $"""
        select {Columns}, s.at, c.network_status from conversations c join conversation_steps s on s.conversation_id = c.id
        where c.id = (select id from conversations where phone = $1 and started_at > $2 order by started_at desc limit 1)
        order by s.hop desc limit 1
        """;

    private const string Begin = """
        insert into conversations (session_id, channel, phone, network, started_at, book) values ($1, $2, $3, $4, $5, $6)
        on conflict (session_id) do nothing returning id
        """;

    // Written only behind the step it was worked out from; on PostgreSQL another node may be a moment earlier.
    private const string Add = """
        insert into conversation_steps (conversation_id, hop, at, screen, input, text, ends, state, milliseconds)
        select $1, $2, $3, $4, $5, $6, $7, $8, $9
        where $10 = coalesce((select max(hop) from conversation_steps where conversation_id = $1), -1)
        on conflict (conversation_id, hop) do nothing
        """;

    private const string Empty = "update conversation_steps set state = '{}' where conversation_id = $1 and hop < $2";

    private const string End = "update conversations set network_status = $2 where session_id = $1 and network_status is null";

    public static ValueTask<Kept?> FindAsync(Statements db, string sessionId) => db.FirstAsync(BySession, Read, sessionId);

    /// <summary>The phone's last conversation, when it was cut off less than <paramref name="within"/> ago.</summary>
    public static async ValueTask<Kept?> FindDroppedAsync(Statements db, string phone, DateTimeOffset now, TimeSpan within)
    {
        // A session lives three minutes; what started long before the window cannot have ended inside it.
        var oldest = now - within - TimeSpan.FromMinutes(10);
        var (kept, lastAt, status) = await db.FirstAsync(
            LatestOfPhone, row => (Read(row), row.Time(7), row.TextOrNull(8)), phone, oldest);

        return kept is { Ended: false } && status != "Success" && now - lastAt <= within ? kept : null;
    }

    /// <summary>Writes one step; the id of its conversation.</summary>
    /// <exception cref="StepConflictException">The session went on elsewhere.</exception>
    public static async ValueTask<long> WriteAsync(Statements db, Heard heard, int milliseconds)
    {
        var (inbound, turn) = (heard.Inbound, heard.Turn);
        var id = heard.After?.Id ?? await BeginAsync(db, heard);
        var rows = await db.ExecuteAsync(
            Add, id, inbound.Hop, heard.At, turn.Place.Screen ?? "", heard.MaskedInput, turn.Text, turn.Ends, heard.State, milliseconds,
            heard.After?.Hop ?? -1);
        if (rows == 0)
        {
            throw new StepConflictException($"Session {inbound.SessionId} went on elsewhere.");
        }

        if (turn.Ends)
        {
            await db.ExecuteAsync(Empty, id, inbound.Hop);
        }

        return id;
    }

    public static ValueTask<int> EndAsync(Statements db, string sessionId, string status) => db.ExecuteAsync(End, sessionId, status);

    private static async ValueTask<long> BeginAsync(Statements db, Heard heard)
    {
        var inbound = heard.Inbound;
        var id = await db.FirstAsync(
            Begin, row => row.Number(0), inbound.SessionId, inbound.Channel, inbound.Phone, inbound.Network, heard.At, heard.Book);

        return id > 0 ? id : throw new StepConflictException($"Session {inbound.SessionId} began elsewhere.");
    }

    private static Kept Read(ResultRow row) => new(
        row.Number(0), row.Text(1), row.Text(2), (int)row.Number(3), row.Flag(4), row.Text(5), row.Text(6));
}
