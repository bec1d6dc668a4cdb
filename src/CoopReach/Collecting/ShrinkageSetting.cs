using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Office.Settings;

namespace CoopReach.Collecting;

/// <summary>What may be lost between the scale and the store today, at any station that has no limit of its own.</summary>
internal sealed class ShrinkageSetting(TimeProvider clock) : IHasSettings
{
    public async ValueTask<IReadOnlyList<Setting>> OfAsync(Seat seat, Statements db) => seat.CooperativeId is { } own
        ? [new Setting("cooperative", "office.settings.shrinkage", Percent.Of(await ShrinkageLimit.TodayAsync(db, own, Kigali.Date(clock.GetUtcNow()))))]
        : [];
}
