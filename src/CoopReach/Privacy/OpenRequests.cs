using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;

namespace CoopReach.Privacy;

/// <summary>What a member asked about their data and waits for.</summary>
/// <param name="Detail">What is wrong, in the member's words; empty for the other kinds.</param>
public sealed record OpenRequest(long Id, string Kind, string Detail, DateTimeOffset AskedAt, DateOnly AnswerBy, string Number, string Name)
{
    private const int Soon = 5;

    private const string Sql = """
        select r.id, r.kind, r.detail, r.asked_at, r.answer_by, m.number, m.sort_name from data_requests r join memberships m on m.id = r.membership_id
        where m.cooperative_id = $1 and r.answered_at is null order by r.answer_by, r.id
        """;

    public static async Task<IReadOnlyList<OpenRequest>> OfAsync(Statements db, long cooperativeId) => await db.AllAsync(
        Sql, row => new OpenRequest(row.Number(0), row.Text(1), row.Text(2), row.Time(3), row.Date(4), row.Text(5), row.Text(6)), cooperativeId);

    /// <summary>How long there is to answer.</summary>
    public Chip Left(DateOnly today) => (AnswerBy.DayNumber - today.DayNumber) switch
    {
        < 0 and var late => new("cherry", "s-clock", Value.Phrase("office.members.late", ("count", Value.Number(-late)))),
        0 => new("sun", "s-clock", Value.Phrase("office.members.due-today")),
        <= Soon and var few => new("sun", "s-clock", Value.Phrase("office.members.days-left", ("count", Value.Number(few)))),
        var many => new("stone", "s-clock", Value.Phrase("office.members.days-left", ("count", Value.Number(many)))),
    };
}
