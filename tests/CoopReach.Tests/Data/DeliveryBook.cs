using CoopReach.Data;
using CoopReach.Produce;

namespace CoopReach.Tests.Data;

/// <summary>A delivery written as a collector's phone writes it, without the phone.</summary>
internal static class DeliveryBook
{
    private static readonly OrderCodes Codes = new(TestDatabase.Pepper);

    /// <summary>The id of the order; 0 when no price covers the day.</summary>
    public static async ValueTask<long> RecordAsync(Statements db, Delivery delivery, DateTimeOffset now, string? held = null)
    {
        if (await Quote.OfAsync(db, delivery) is not { } quote)
        {
            return 0;
        }

        return await RecordDelivery.WriteAsync(db, delivery, await RecordDelivery.NameAsync(db, delivery.CooperativeId, delivery.StationId, Codes), quote, held, now);
    }
}
