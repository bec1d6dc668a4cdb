using CoopReach.Data;

namespace CoopReach.Booklets;

/// <summary>A wrong guess at the code of a paper, by phone. Kept for a day.</summary>
public sealed class PaperTry
{
    public const int MostInSession = 3;
    public const int MostInDay = 9;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private const string Count = """
        select (select count(*) from paper_tries where phone_number = $1 and at > $3),
            (select count(*) from paper_tries where phone_number = $1 and session_id = $2 and at > $3)
        """;

    private const string Forget = "delete from paper_tries where at <= $1";
    private const string Insert = "insert into paper_tries (phone_number, session_id, at) values ($1, $2, $3)";

    public long Id { get; init; }

    public required string PhoneNumber { get; init; }

    public required string SessionId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Whether nothing is right any more, today or in this session.</summary>
    internal static async ValueTask<bool> IsOverAsync(Statements db, string phone, string session, DateTimeOffset now)
    {
        var (ofDay, ofSession) = await db.FirstAsync(Count, row => (row.Number(0), row.Number(1)), phone, session, now - Day);
        return ofDay >= MostInDay || ofSession >= MostInSession;
    }

    internal static async ValueTask NoteAsync(Statements db, string phone, string session, DateTimeOffset now)
    {
        await db.ExecuteAsync(Forget, now - Day);
        await db.ExecuteAsync(Insert, phone, session, now);
    }
}
