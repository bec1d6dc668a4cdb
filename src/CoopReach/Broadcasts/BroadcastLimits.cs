using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Settings;
using Microsoft.Extensions.Options;

namespace CoopReach.Broadcasts;

/// <summary>What a broadcast costs, and from where a second person looks at it.</summary>
internal sealed class BroadcastLimits(IOptions<BroadcastSettings> settings) : IHasSettings
{
    public ValueTask<IReadOnlyList<Setting>> OfAsync(Seat seat, Statements db) => new(seat.CooperativeId is null ? [] : All());

    private Setting[] All() =>
    [
        new("announcements", "office.settings.approve-above", Francs(settings.Value.ApproveAbove), "Broadcasts:ApproveAbove"),
        new("announcements", "office.settings.price-mtn", Francs(settings.Value.MtnPrice), "Broadcasts:MtnPrice"),
        new("announcements", "office.settings.price-airtel", Francs(settings.Value.AirtelPrice), "Broadcasts:AirtelPrice"),
    ];

    private static Value Francs(long count) => Value.Of(ValueKind.Money, count);
}
