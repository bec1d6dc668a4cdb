using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Today;

namespace CoopReach.Privacy;

/// <summary>Members who asked for a copy, a correction or erasure wait for whoever keeps the registry.</summary>
public sealed class PrivacyWaits : IWaits
{
    public async ValueTask<IReadOnlyList<Todo>> OfAsync(Seat seat, Statements db, DateTimeOffset now)
    {
        if (seat.CooperativeId is not { } own || !seat.May(Permission.EditRegistry))
        {
            return [];
        }

        var today = Kigali.Date(now);
        return
        [
            .. (await OpenRequest.OfAsync(db, own)).Select(request => new Todo(
                "/members",
                Value.Phrase($"office.members.waits.{request.Kind}", ("name", request.Name)),
                Value.Phrase("office.members.waits.since", ("number", request.Number), ("date", Value.Date(Kigali.Date(request.AskedAt)))),
                "office.members.waits.answer",
                "/members/requests",
                request.Left(today),
                new DateTimeOffset(request.AnswerBy.ToDateTime(TimeOnly.MaxValue), Kigali.Offset))),
        ];
    }
}
