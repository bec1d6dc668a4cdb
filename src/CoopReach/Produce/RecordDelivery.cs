using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Ledger;

namespace CoopReach.Produce;

/// <summary>What an order is called: the number of its station, and the code that says who holds its receipt.</summary>
internal sealed record OrderName(long Number, string Code);

/// <summary>
/// A delivery becomes a purchase order: the order with the next number of its station, what is taken off, that it
/// happened, and the journal, all in the caller's transaction.
/// </summary>
internal static class RecordDelivery
{
    private const string Next = """
        select coalesce((select max(number) from purchase_orders where station_id = $1) + 1, first_number) from stations
        where id = $1 and cooperative_id = $2
        """;

    private const string CodeTaken = "select count(*) from purchase_orders where cooperative_id = $1 and number = $2 and code = $3";

    /// <summary>Whoever numbers an order of the cooperative, or closes a day, waits here until those before have committed.</summary>
    public static async ValueTask WaitTurnAsync(Statements db, long cooperativeId) =>
        await ChainHead.LengthenAsync(db, PurchaseOrder.Table.Name, cooperativeId, rows: 0);

    /// <summary>The next number of the station, with a code that no other station gave under it. Ask in the transaction that writes the order.</summary>
    public static async ValueTask<OrderName> NameAsync(Statements db, long cooperativeId, long stationId, OrderCodes codes)
    {
        await WaitTurnAsync(db, cooperativeId);
        var number = await db.FirstAsync(Next, row => row.NumberOrNull(0), stationId, cooperativeId)
            ?? throw new InvalidOperationException($"Station {stationId} is not of cooperative {cooperativeId}.");
        for (var attempt = 0; ; attempt++)
        {
            var code = codes.Of(stationId, number, attempt);
            if (await db.FirstAsync(CodeTaken, row => row.Number(0), cooperativeId, number, code) == 0)
            {
                return new OrderName(number, code);
            }
        }
    }

    /// <param name="name">Asked for in this transaction, as the terms of <paramref name="quote"/>.</param>
    /// <param name="held">Why a second person must approve it: own or kin; null when nobody must.</param>
    /// <returns>The id of the order.</returns>
    public static async ValueTask<long> WriteAsync(Statements db, Delivery delivery, OrderName name, Quote quote, string? held, DateTimeOffset now)
    {
        var order = await PurchaseOrder.Table.AppendAsync(db, Order(delivery, quote, name));
        await OrderDeduction.Table.AppendAsync(db, [.. quote.Deductions.Select(taken => Deduction(delivery, order, taken))]);
        await OrderEvent.Table.AppendAsync(db, [.. Events(delivery, order, held, now)]);
        await LedgerEntry.Table.AppendAsync(db, [.. Postings(delivery, quote, order, name.Number, now)]);

        return order;
    }

    private static PurchaseOrder Order(Delivery delivery, Quote quote, OrderName name) => new()
    {
        CooperativeId = delivery.CooperativeId,
        MembershipId = delivery.MembershipId,
        StationId = delivery.StationId,
        Number = name.Number,
        Code = name.Code,
        Product = delivery.Product,
        Grade = quote.Grade,
        GrossGrams = delivery.Gross.Grams,
        TareGrams = delivery.Tare.Grams,
        NetGrams = delivery.Net.Grams,
        UnitPrice = quote.Price.UnitPrice,
        GrossAmount = quote.Gross.Count,
        Deducted = quote.Deducted,
        NetAmount = quote.Net,
        DeliveredAt = delivery.DeliveredAt,
        DueOn = quote.DueOn,
        CollectorId = delivery.CollectorId,
        Origin = delivery.Origin,
        PriceId = quote.Price.Id,
        MoistureTenths = delivery.MoistureTenths,
        ReplacesId = delivery.Replaces?.OrderId,
        PaidBefore = delivery.Replaces?.Paid ?? 0,
    };

    private static OrderDeduction Deduction(Delivery delivery, long order, Taken taken) => new()
    {
        CooperativeId = delivery.CooperativeId,
        OrderId = order,
        Kind = taken.Kind,
        Authority = taken.Authority,
        Amount = taken.Amount,
        BalanceAfter = taken.BalanceAfter,
        Basis = taken.Basis,
    };

    private static IEnumerable<OrderEvent> Events(Delivery delivery, long order, string? held, DateTimeOffset now)
    {
        OrderEvent Event(string kind, string? reason) => new()
        {
            CooperativeId = delivery.CooperativeId, OrderId = order, Kind = kind, Reason = reason, Actor = delivery.Actor, At = now,
        };

        yield return Event(OrderEvent.Recorded, null);
        if (held is not null)
        {
            yield return Event(OrderEvent.Held, held);
        }
    }

    private static IEnumerable<LedgerEntry> Postings(Delivery delivery, Quote quote, long order, long number, DateTimeOffset now)
    {
        LedgerEntry Post(string debit, string credit, long amount, long? loan = null) => new()
        {
            CooperativeId = delivery.CooperativeId,
            MembershipId = delivery.MembershipId,
            Debit = debit,
            Credit = credit,
            Amount = amount,
            Memo = $"PO {number}",
            At = now,
            OrderId = order,
            LoanId = loan,
        };

        if (quote.Gross > Francs.Zero)
        {
            yield return Post(Accounts.Produce, Accounts.Payable, quote.Gross.Count);
        }

        foreach (var taken in quote.Deductions)
        {
            yield return Post(Accounts.Payable, AccountOf(taken), taken.Amount, taken.LoanId);
        }
    }

    private static string AccountOf(Taken taken) => taken switch
    {
        { LoanId: not null } => Accounts.Loans,
        { Kind: OrderDeduction.Savings } => Accounts.Savings,
        _ => Accounts.Deductions,
    };
}
