using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.Office.Today;

namespace CoopReach.Safety;

/// <summary>Changes of phone that their members confirmed wait for a second person.</summary>
public sealed class SafetyWaits : IWaits
{
    public async ValueTask<IReadOnlyList<Todo>> OfAsync(Seat seat, Statements db, DateTimeOffset now)
    {
        if (seat.CooperativeId is not { } own || !OpenPhoneChange.MayDecide(seat))
        {
            return [];
        }

        return
        [
            .. (await OpenPhoneChange.OfAsync(db, own, now)).Where(change => change.MayBeApprovedBy(seat)).Select(change => new Todo(
                "/members",
                Value.Phrase("office.members.waits.phone", ("name", change.Name)),
                Value.Phrase("office.members.waits.asked", ("person", change.AskedBy.Name), ("date", Value.Date(Kigali.Date(change.AskedAt)))),
                "office.members.waits.decide",
                "/members/requests",
                new Chip("sun", "s-clock", Value.Phrase("office.members.waits.second")),
                change.ConfirmedAt)),
        ];
    }
}
