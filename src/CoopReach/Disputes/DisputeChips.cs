using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;

namespace CoopReach.Disputes;

/// <summary>How a dispute stands, as a chip: while somebody owes an answer, by when.</summary>
internal static class DisputeChips
{
    private const int Soon = 5;

    public static Chip Of(DisputeRow row, DateOnly today) => row.Standing switch
    {
        null => Due(row.AnswerBy, today),
        DisputeEvent.Raised => new("lake", "s-at", With(row.Raised)),
        DisputeEvent.Settled => new("hill", "s-done", Value.Phrase("disputes.standing.settled")),
        DisputeEvent.Refused => new("stone", "s-fail", Value.Phrase("disputes.standing.refused")),
        _ => new("stone", "s-back", Value.Phrase("disputes.standing.withdrawn")),
    };

    /// <summary>Days until the answer is owed, in the colours of deadlines.</summary>
    public static Chip Due(DateOnly answerBy, DateOnly today) => (answerBy.DayNumber - today.DayNumber) switch
    {
        < 0 and var late => new("cherry", "s-clock", Value.Phrase("office.disputes.days-late", ("count", Value.Number(-late)))),
        0 => new("sun", "s-clock", Value.Phrase("office.disputes.today")),
        <= Soon and var left => new("sun", "s-clock", Value.Phrase("office.disputes.days-left", ("count", Value.Number(left)))),
        var left => new("stone", "s-clock", Value.Phrase("office.disputes.days-left", ("count", Value.Number(left)))),
    };

    public static Value With(long raised) => Rungs.HeldBy(raised) switch
    {
        Rung.Sector => Value.Phrase("office.disputes.with.sector"),
        Rung.District => Value.Phrase("office.disputes.with.district"),
        _ => Value.Phrase("office.disputes.with.agency"),
    };
}
