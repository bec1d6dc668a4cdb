using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Cooperatives;
using CoopReach.Money;
using CoopReach.Office.Grids;
using CoopReach.People;
using CoopReach.Produce;

namespace CoopReach.Purchases;

/// <summary>A delivery with its member and its station, and how it stands.</summary>
public sealed class OrderRow
{
    /// <summary>As papers say them (<see cref="Booklets.OrderPaper.StandingOf"/>).</summary>
    public static readonly IReadOnlyList<string> States = ["unpaid", "part", "paid", "contested", "held", "reversed", "reversal"];

    public long Id { get; init; }

    /// <summary>Its code, where the list holds orders of several; null in a list of one.</summary>
    public string? Cooperative { get; init; }

    public long StationId { get; init; }

    public required string Station { get; init; }

    public long Number { get; init; }

    public required string Code { get; init; }

    public DateTimeOffset DeliveredAt { get; init; }

    public DateOnly DueOn { get; init; }

    public long MembershipId { get; init; }

    public required string Member { get; init; }

    public required string FamilyName { get; init; }

    public required string GivenNames { get; init; }

    public required string SearchName { get; init; }

    public long? ZoneId { get; init; }

    public required string Product { get; init; }

    public long Grams { get; init; }

    /// <summary>Francs.</summary>
    public long ToPay { get; init; }

    /// <summary>Francs, with what was paid of the order it stands instead of.</summary>
    public long Paid { get; init; }

    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>One of <see cref="States"/>.</summary>
    public required string State { get; init; }

    public string Name => $"{FamilyName} {GivenNames}";

    public Chip Chip => State switch
    {
        "paid" when PaidAt is { } at => new("hill", "s-paid", Value.Phrase("office.orders.chip.paid-on", ("day", Value.Day(Kigali.Date(at))))),
        "paid" => new("hill", "s-paid", Word),
        "part" => new("sun", "s-part", Value.Phrase("office.orders.chip.part", ("paid", Value.Number(Paid)))),
        "contested" => new("cherry", "s-contest", Word),
        "held" => new("stone", "s-hold", Word),
        "reversed" => new("cherry", "s-fail", Word),
        "reversal" => new("stone", "s-back", Word),
        _ => new("sun", "s-unpaid", Word),
    };

    public Value Word => WordOf(State);

    public static Value WordOf(string state) => Value.Phrase($"office.orders.state.{state}");

    /// <summary>As people call it: Gasharu 4471.</summary>
    public string Title => Cooperative is null ? $"{Station} {Number}" : $"{Cooperative}, {Station} {Number}";

    /// <summary>All orders somebody covers. The database works out how each stands.</summary>
    /// <param name="many">Whether they may be of several cooperatives.</param>
    internal static IQueryable<OrderRow> Of(CoopDb db, bool many) =>
        from order in db.Rows<PurchaseOrder>()
        join member in db.Rows<Membership>() on order.MembershipId equals member.Id
        join person in db.Rows<Person>() on member.PersonId equals person.Id
        join station in db.Rows<Station>() on order.StationId equals station.Id
        let paid = order.PaidBefore + (db.Rows<PaymentAllocation>().Where(one => one.OrderId == order.Id).Sum(one => (long?)one.Amount) ?? 0)
        let dispute = db.Rows<OrderEvent>().Where(one => one.OrderId == order.Id && (one.Kind == OrderEvent.Contested || one.Kind == OrderEvent.Withdrawn || one.Kind == OrderEvent.Settled))
            .OrderByDescending(one => one.Seq).Select(one => one.Kind).FirstOrDefault()
        let hold = db.Rows<OrderEvent>().Where(one => one.OrderId == order.Id && (one.Kind == OrderEvent.Held || one.Kind == OrderEvent.Approved))
            .OrderByDescending(one => one.Seq).Select(one => one.Kind).FirstOrDefault()
        select new OrderRow
        {
            Id = order.Id,
            Cooperative = many ? db.Rows<Cooperative>().Where(one => one.Id == order.CooperativeId).Select(one => one.Code).FirstOrDefault() : null,
            StationId = order.StationId,
            Station = station.Name,
            Number = order.Number,
            Code = order.Code,
            DeliveredAt = order.DeliveredAt,
            DueOn = order.DueOn,
            MembershipId = member.Id,
            Member = member.Number,
            FamilyName = person.FamilyName,
            GivenNames = person.GivenNames,
            SearchName = person.SearchName,
            ZoneId = member.ZoneId,
            Product = order.Product,
            Grams = order.NetGrams,
            ToPay = order.NetAmount,
            Paid = paid,
            PaidAt = db.Rows<PaymentAllocation>().Where(one => one.OrderId == order.Id).Max(one => (DateTimeOffset?)one.PaidAt),
            State = order.ReversesId != null ? "reversal"
                : db.Rows<PurchaseOrder>().Any(one => one.ReversesId == order.Id) ? "reversed"
                : dispute == OrderEvent.Contested ? "contested"
                : hold == OrderEvent.Held ? "held"
                : paid >= order.NetAmount ? "paid"
                : paid > 0 ? "part"
                : "unpaid",
        };
}
