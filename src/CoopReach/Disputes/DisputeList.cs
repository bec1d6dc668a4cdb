using CoopReach.Access;
using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.People;

namespace CoopReach.Disputes;

/// <summary>A dispute as a line of the list.</summary>
public sealed class DisputeRow
{
    public long Id { get; init; }

    public long CooperativeId { get; init; }

    public required string Cooperative { get; init; }

    public long Seq { get; init; }

    public required string Reason { get; init; }

    public required string Number { get; init; }

    public required string FamilyName { get; init; }

    public required string GivenNames { get; init; }

    /// <summary>Francs that wait: as long as nobody has decided, however high it was taken.</summary>
    public long Frozen { get; init; }

    public DateTimeOffset At { get; init; }

    public DateOnly AnswerBy { get; init; }

    /// <summary>What happened last, reminders apart: raised, settled, refused, withdrawn; null while the cooperative looks at it.</summary>
    public string? Standing { get; init; }

    /// <summary>How often it was taken higher.</summary>
    public int Raised { get; init; }

    public string Code => Dispute.CodeOf(Seq);
}

/// <summary>The disputes somebody covers; officers those that were taken higher. What is to be answered first stands first.</summary>
public static class DisputeList
{
    /// <summary>What the list can be narrowed to.</summary>
    public static readonly IReadOnlyList<(string State, Value Said)> States =
        [.. ((string[])["open", "late", "raised", "closed"]).Select(state => (state, Value.Phrase($"office.disputes.filter.{state}")))];

    public static ListOf<DisputeRow> Of(Seat seat, DateOnly today) => new(
        "/disputes.xlsx", Permission.SeeDisputes, "office.place.disputes", "office.disputes.empty",
        [
            new("code", "office.disputes.code", row => CodeFor(seat, row), Spot.Lead),
            new("about", "office.disputes.about", row => Value.Phrase($"disputes.reasons.{row.Reason}"), Spot.Detail),
            new("member", "office.disputes.member", row => MemberFor(seat, row)),
            new("frozen", "office.disputes.frozen", row => row.Frozen > 0 ? Value.Number(row.Frozen) : null, Spot.Amount) { IsNumber = true },
            new("filed", "office.disputes.filed", row => Value.Date(Kigali.Date(row.At))),
            new("state", "office.disputes.state-head", row => DisputeChips.Of(row, today).Word, Spot.State) { Chip = row => DisputeChips.Of(row, today) },
        ],
        (db, asking, query) => Find(db, asking, query, today))
    {
        Link = row => $"/disputes/{CodeFor(seat, row)}",
    };

    /// <summary>Codes are of one cooperative: an officer reads whose it is with it.</summary>
    public static string CodeFor(Seat seat, DisputeRow row) => seat.CooperativeId is null ? $"{row.Cooperative}-{row.Code}" : row.Code;

    /// <summary>A name only to who may see the registry.</summary>
    public static string MemberFor(Seat seat, DisputeRow row) => seat.May(Permission.SeeRegistry) ? $"{row.FamilyName} {row.GivenNames}, {row.Number}" : row.Number;

    internal static IQueryable<DisputeRow> Rows(CoopDb db, Seat seat)
    {
        var happenings = db.Rows<DisputeEvent>();
        var rows = from dispute in db.Rows<Dispute>()
                   join membership in db.Rows<Membership>() on dispute.MembershipId equals membership.Id
                   join person in db.Rows<Person>() on membership.PersonId equals person.Id
                   join cooperative in db.Rows<Cooperative>() on dispute.CooperativeId equals cooperative.Id
                   select new DisputeRow
                   {
                       Id = dispute.Id,
                       CooperativeId = dispute.CooperativeId,
                       Cooperative = cooperative.Code,
                       Seq = dispute.Seq,
                       Reason = dispute.Reason,
                       Number = membership.Number,
                       FamilyName = person.FamilyName,
                       GivenNames = person.GivenNames,
                       Frozen = happenings.Any(one => one.DisputeId == dispute.Id && (one.Kind == DisputeEvent.Settled || one.Kind == DisputeEvent.Refused || one.Kind == DisputeEvent.Withdrawn)) ? 0 : dispute.Amount,
                       At = dispute.At,
                       AnswerBy = dispute.AnswerBy,
                       Standing = happenings.Where(one => one.DisputeId == dispute.Id && one.Kind != DisputeEvent.Reminded).OrderByDescending(one => one.Seq).Select(one => one.Kind).FirstOrDefault(),
                       Raised = happenings.Count(one => one.DisputeId == dispute.Id && one.Kind == DisputeEvent.Raised),
                   };

        return seat.CooperativeId is null ? rows.Where(row => row.Raised > 0) : rows;
    }

    private static IQueryable<DisputeRow> Find(CoopDb db, Seat seat, GridQuery query, DateOnly today) =>
        Sort(Narrow(Rows(db, seat), query["state"], today), query).ThenByDescending(row => row.Id);

    private static IQueryable<DisputeRow> Narrow(IQueryable<DisputeRow> rows, string? state, DateOnly today) => state switch
    {
        "open" => rows.Where(row => row.Standing == null),
        "late" => rows.Where(row => row.Standing == null && row.AnswerBy < today),
        "raised" => rows.Where(row => row.Standing == DisputeEvent.Raised),
        "closed" => rows.Where(row => row.Standing == DisputeEvent.Settled || row.Standing == DisputeEvent.Refused || row.Standing == DisputeEvent.Withdrawn),
        _ => rows,
    };

    private static IOrderedQueryable<DisputeRow> Sort(IQueryable<DisputeRow> rows, GridQuery query) => query.Sort switch
    {
        "code" => rows.By(row => row.Seq, query),
        "about" => rows.By(row => row.Reason, query),
        "member" => rows.By(row => row.Number, query),
        "frozen" => rows.By(row => row.Frozen, query),
        "filed" => rows.By(row => row.At, query),
        "state" => rows.By(row => row.AnswerBy, query),
        _ => rows.OrderBy(row => row.Standing == null || row.Standing == DisputeEvent.Raised ? 0 : 1).ThenBy(row => row.AnswerBy),
    };
}
