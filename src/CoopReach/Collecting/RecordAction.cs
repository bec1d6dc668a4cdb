using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using CoopReach.Engine;
using CoopReach.Outbox;
using CoopReach.People;
using CoopReach.Produce;

namespace CoopReach.Collecting;

/// <summary>
/// The delivery becomes an order: with its code on the collector's screen and the receipt on the member's phone, in one
/// transaction. When price or deductions changed since they were shown, they are shown again first.
/// </summary>
public sealed class RecordAction(OrderCodes codes) : IMenuAction
{
    private const string SellerSql = $"""
        select i.id, i.language, c.code, {Recipient.FirstPhone}
        from memberships m join people i on i.id = m.person_id join cooperatives c on c.id = m.cooperative_id where m.id = $1
        """;

    public ActionShape Shape { get; } = new(
        "collecting.record", ["saved", "held", "held-kin", "closed", "unopened", "changed", "no-price"], ["ref", "day-orders", "day-weight", .. Checks.Gives]) { Changes = true, TakesTurn = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var delivery = Scale.Delivery(step);
        await RecordDelivery.WaitTurnAsync(step.Db, delivery.CooperativeId);
        if (await ShutAsync(step, delivery) is { } shut)
        {
            return new Outcome(shut);
        }

        if (await Quote.OfAsync(step.Db, delivery) is not { } quote)
        {
            return new Outcome("no-price");
        }

        var facts = step.Place.Facts;
        if (facts["net"].Amount != quote.Net || facts["gross"].Amount != quote.Gross.Count)
        {
            return Changed(delivery, quote);
        }

        var seller = await step.Db.FirstAsync(SellerSql, ReadSeller, delivery.MembershipId)
            ?? throw new InvalidOperationException($"Membership {delivery.MembershipId} is gone.");
        var name = await RecordDelivery.NameAsync(step.Db, delivery.CooperativeId, delivery.StationId, codes);
        var held = await HeldAsync(step, seller, delivery);
        Write(step, delivery, quote, name, seller, held);

        return await SayAsync(step, delivery, name, held);
    }

    /// <summary>A day that ended while the bags were on the scale is recorded into no more, the next is opened first.</summary>
    private static async ValueTask<string?> ShutAsync(Step step, Delivery delivery)
    {
        var collector = (await Collector.OfPhoneAsync(step.Db, step.Phone, Kigali.Date(step.Now)))
            .Find(one => !one.KeepsStore && one.PersonId == delivery.CollectorId && one.StationId == delivery.StationId);

        return collector switch
        {
            null or { IsOpen: false } => "unopened",
            { IsClosed: true } => "closed",
            _ => null,
        };
    }

    private static async ValueTask<string?> HeldAsync(Step step, Seller seller, Delivery delivery) =>
        seller.PersonId == delivery.CollectorId ? "own"
            : await Kin.AreAsync(step.Db, seller.PersonId, delivery.CollectorId!.Value) ? "kin"
            : null;

    private static Outcome Changed(Delivery delivery, Quote quote)
    {
        var outcome = new Outcome("changed") { Because = Value.Phrase("collector.changed") };
        foreach (var (fact, value) in Checks.Offer(delivery, quote).Facts)
        {
            outcome.With(fact, value);
        }

        return outcome;
    }

    private static void Write(Step step, Delivery delivery, Quote quote, OrderName name, Seller seller, string? held)
    {
        var (now, channel) = (step.Now, step.Channel);
        var receipt = seller.Phone is null ? null : step.SayIn(seller.Language, "collector.receipt", Receipt(step, seller, delivery, quote, name));
        step.Write(async db =>
        {
            var order = await RecordDelivery.WriteAsync(db, delivery, name, quote, held, now);
            await AuditLog.WriteAsync(db, delivery.CooperativeId, now, delivery.Actor, "order.record", $"order:{name.Number}", held ?? "", channel);
            if (receipt is not null)
            {
                await OutboxQueue.QueueAsync(db, delivery.MembershipId, $"receipt:{order}", seller.Phone!, receipt, "receipt", now);
            }
        });
    }

    private static Dictionary<string, Value> Receipt(Step step, Seller seller, Delivery delivery, Quote quote, OrderName name) => new(step.Place.Facts)
    {
        ["coop"] = seller.Cooperative,
        ["order"] = Value.Of($"{name.Number}"),
        ["ref"] = name.Code,
        ["product"] = Value.Phrase(delivery.Product),
        ["weight"] = delivery.Net,
        ["price"] = Value.Number(quote.Price.UnitPrice),
        ["gross"] = Value.Number(quote.Gross.Count),
        ["deducted"] = Value.Number(quote.Deducted),
        ["net"] = Value.Number(quote.Net),
        ["day"] = Value.Day(quote.DueOn),
    };

    private static async ValueTask<Outcome> SayAsync(Step step, Delivery delivery, OrderName name, string? held)
    {
        var (orders, grams, _) = await DaySum.OfAsync(step.Db, delivery.StationId, delivery.CollectorId!.Value, Kigali.Date(step.Now));

        return new Outcome(held switch { null => "saved", "own" => "held", _ => "held-kin" })
            .With("order", Value.Of($"{name.Number}"))
            .With("ref", name.Code)
            .With("day-orders", Value.Number(orders + 1))
            .With("day-weight", new Weight(grams + delivery.Net.Grams));
    }

    private static Seller ReadSeller(ResultRow row) => new(
        row.Number(0), Languages.Find(row.Text(1)) ?? Language.Kinyarwanda, row.Text(2), row.TextOrNull(3));

    private sealed record Seller(long PersonId, Language Language, string Cooperative, string? Phone);
}
