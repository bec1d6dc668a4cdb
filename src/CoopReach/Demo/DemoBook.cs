using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Money;
using CoopReach.Produce;

namespace CoopReach.Demo;

/// <summary>Where the deliveries of a station were written down, and by whom.</summary>
internal sealed record DemoStation(long Id, long FirstNumber, long? CollectorId, string Recorder);

/// <summary>Turns deliveries and booklet lines of one cooperative into its purchase orders, payments and ledger.</summary>
internal sealed class DemoBook(Statements db, DemoCalendar calendar, long cooperative, int termDays, IReadOnlyDictionary<string, long> memberships)
{
    private readonly Dictionary<string, long> _owed = [];
    private readonly List<LedgerEntry> _ledger = [];

    // One code after the other from the whole range, so that no two are alike.
    private int _codes;

    /// <summary>Lines that belong to no delivery. Loans come first: deductions pay them back.</summary>
    public void Enter(IEnumerable<DemoEntry> entries)
    {
        foreach (var entry in entries)
        {
            _ledger.Add(new LedgerEntry
            {
                CooperativeId = cooperative,
                MembershipId = memberships[entry.Member],
                Account = entry.Account,
                Amount = entry.Amount,
                Units = entry.Units,
                Memo = entry.Memo,
                At = calendar.At(entry.DaysAgo, new TimeOnly(9, 30)),
            });
            if (entry.Account == LedgerEntry.Loan)
            {
                _owed[entry.Member] = _owed.GetValueOrDefault(entry.Member) + entry.Amount;
            }
        }
    }

    /// <summary>Writes the orders of a station in the order of their time, numbered without a gap, and all that hangs on them.</summary>
    public async ValueTask RecordAsync(DemoStation station, IEnumerable<DemoDelivery> deliveries)
    {
        var inOrder = deliveries.OrderByDescending(delivery => delivery.DaysAgo).ThenBy(delivery => delivery.Time).ToList();
        var orders = inOrder.Select((delivery, place) => Order(station, station.FirstNumber + place, delivery)).ToList();
        var ids = await PurchaseOrder.Table.AppendAsync(db, orders);
        var written = inOrder.Select((delivery, place) => new Written(ids[place], orders[place].Number, delivery)).ToList();

        await OrderDeduction.Table.AppendAsync(db, [.. written.SelectMany(Deductions)]);
        await OrderEvent.Table.AppendAsync(db, [.. written.SelectMany(order => Events(order, station)).OrderBy(happening => happening.At)]);
        await PaymentAllocation.Table.AppendAsync(db, [.. written.SelectMany(Payments).OrderBy(payment => payment.PaidAt)]);
    }

    /// <summary>Writes the ledger, in the order of time.</summary>
    public async ValueTask CloseAsync() => await LedgerEntry.Table.AppendAsync(db, [.. _ledger.OrderBy(entry => entry.At)]);

    private PurchaseOrder Order(DemoStation station, long number, DemoDelivery delivery)
    {
        var amount = Francs.For(new Weight(delivery.NetGrams), new Francs(delivery.Product.Price)).Count;
        var deducted = delivery.Loan + delivery.Savings + delivery.Transport;

        return new PurchaseOrder
        {
            CooperativeId = cooperative,
            MembershipId = memberships[delivery.Member],
            StationId = station.Id,
            Number = number,
            Code = NextCode(),
            Product = delivery.Product.Name,
            Grade = delivery.Product.Grade,
            GrossGrams = delivery.NetGrams + delivery.Tare,
            TareGrams = delivery.Tare,
            NetGrams = delivery.NetGrams,
            UnitPrice = delivery.Product.Price,
            GrossAmount = amount,
            Deducted = deducted,
            NetAmount = amount - deducted,
            DeliveredAt = TimeOf(delivery),
            DueOn = calendar.Day(delivery.DaysAgo - termDays),
            CollectorId = station.CollectorId,
        };
    }

    private IEnumerable<OrderDeduction> Deductions(Written order)
    {
        var delivery = order.Delivery;
        if (delivery.Loan > 0)
        {
            var left = _owed[delivery.Member] -= delivery.Loan;
            Post(order, LedgerEntry.Loan, -delivery.Loan);
            yield return Deduction(order, OrderDeduction.FertiliserLoan, "Loan contract L-118", delivery.Loan, left);
        }

        if (delivery.Savings > 0)
        {
            Post(order, LedgerEntry.Savings, delivery.Savings);
            yield return Deduction(order, OrderDeduction.Savings, "General Assembly, decision 7", delivery.Savings);
        }

        if (delivery.Transport > 0)
        {
            yield return Deduction(order, OrderDeduction.Transport, "General Assembly, decision 9", delivery.Transport);
        }
    }

    private OrderDeduction Deduction(Written order, string kind, string authority, long amount, long? balanceAfter = null) => new()
    {
        CooperativeId = cooperative,
        OrderId = order.Id,
        Kind = kind,
        Authority = authority,
        Amount = amount,
        BalanceAfter = balanceAfter,
    };

    private void Post(Written order, string account, long amount) => _ledger.Add(new LedgerEntry
    {
        CooperativeId = cooperative,
        MembershipId = memberships[order.Delivery.Member],
        Account = account,
        Amount = amount,
        Memo = $"PO {order.Number}",
        At = TimeOf(order.Delivery),
        OrderId = order.Id,
    });

    private IEnumerable<OrderEvent> Events(Written order, DemoStation station)
    {
        yield return Event(order, OrderEvent.Recorded, station.Recorder, TimeOf(order.Delivery));
        if (order.Delivery.Contest is { } claim)
        {
            var nextEvening = calendar.At(order.Delivery.DaysAgo - 1, new TimeOnly(19, 5));
            yield return Event(order, OrderEvent.Contested, $"member:{order.Delivery.Member}", nextEvening, "weight", claim);
        }
    }

    private OrderEvent Event(Written order, string kind, string actor, DateTimeOffset at, string? reason = null, string? detail = null) => new()
    {
        CooperativeId = cooperative,
        OrderId = order.Id,
        Kind = kind,
        Reason = reason,
        Detail = detail,
        Actor = actor,
        At = at,
    };

    private IEnumerable<PaymentAllocation> Payments(Written order) => order.Delivery.Payments.Select((payment, place) => new PaymentAllocation
    {
        CooperativeId = cooperative,
        OrderId = order.Id,
        Amount = payment.Amount,
        PaidAt = calendar.At(payment.DaysAgo, new TimeOnly(11, 0)),
        Method = payment.Method,
        Reference = $"{(payment.Method == "momo" ? "MP" : "V")}{order.Number}{(char)('A' + place)}",
    });

    private DateTimeOffset TimeOf(DemoDelivery delivery) => calendar.At(delivery.DaysAgo, delivery.Time);

    private string NextCode() => VerifyCode.Of((int)(((_codes++ * 611_953L) + 413_207) % VerifyCode.Count));

    private sealed record Written(long Id, long Number, DemoDelivery Delivery);
}
