using CoopReach.Data;
using CoopReach.Disputes;
using CoopReach.Engine;
using CoopReach.Ledger;
using CoopReach.Money;
using CoopReach.Produce;

namespace CoopReach.Demo;

/// <summary>Where the deliveries of a station were written down, and by whom.</summary>
internal sealed record DemoStation(long Id, long FirstNumber, long? CollectorId, string Recorder)
{
    /// <summary>Whose payments went through batches and vouchers of CoopReach: what the logins there end in. Null for paper books.</summary>
    public string? Office { get; init; }
}

/// <summary>Turns deliveries and booklet lines of one cooperative into its purchase orders, payments and ledger.</summary>
internal sealed class DemoBook(
    Statements db, DemoCalendar calendar, long cooperative, int termDays, IReadOnlyDictionary<string, long> memberships, IReadOnlyDictionary<string, long> prices)
{
    private readonly Dictionary<string, Owed> _owed = [];
    private readonly List<LedgerEntry> _ledger = [];

    // One code after the other from the whole range, so that no two are alike.
    private int _codes;

    /// <summary>Lines that belong to no delivery. Loans come first: deductions pay them back.</summary>
    public async ValueTask EnterAsync(IEnumerable<DemoEntry> entries)
    {
        foreach (var entry in entries)
        {
            var loan = entry.Account == Accounts.Loans ? await LendAsync(entry) : (long?)null;
            var comesIn = entry.Amount > 0 && loan is null;
            _ledger.Add(new LedgerEntry
            {
                CooperativeId = cooperative,
                MembershipId = memberships[entry.Member],
                Debit = comesIn ? Accounts.Cash : entry.Account,
                Credit = comesIn ? entry.Account : Accounts.Cash,
                Amount = Math.Abs(entry.Amount),
                Units = entry.Units,
                Memo = entry.Memo,
                At = calendar.At(entry.DaysAgo, new TimeOnly(9, 30)),
                LoanId = loan,
            });
        }
    }

    private async ValueTask<long> LendAsync(DemoEntry entry)
    {
        var number = $"L-{118 + _owed.Count}";
        var id = await db.FirstAsync(
            """
            insert into loans (cooperative_id, membership_id, number, kind, principal, share_permille, most_per_order, agreed_on)
            values ($1, $2, $3, $4, $5, 100, $6, $7) returning id
            """,
            row => row.Number(0),
            cooperative,
            memberships[entry.Member],
            number,
            OrderDeduction.FertiliserLoan,
            entry.Amount,
            Math.Min(2_500, entry.Amount / 10),
            calendar.Day(entry.DaysAgo));
        _owed[entry.Member] = new Owed(id, number) { Left = entry.Amount };

        return id;
    }

    /// <summary>Writes the orders of a station in the order of their time, numbered without a gap, and all that hangs on them.</summary>
    public async ValueTask RecordAsync(DemoStation station, IEnumerable<DemoDelivery> deliveries)
    {
        var inOrder = deliveries.OrderByDescending(delivery => delivery.DaysAgo).ThenBy(delivery => delivery.Time).ToList();
        var orders = inOrder.Select((delivery, place) => Order(station, station.FirstNumber + place, delivery)).ToList();
        var ids = await PurchaseOrder.Table.AppendAsync(db, orders);
        var written = inOrder.Select((delivery, place) => new Written(ids[place], orders[place].Number, delivery)).ToList();
        for (var place = 0; place < written.Count; place++)
        {
            Post(written[place], Accounts.Produce, Accounts.Payable, orders[place].GrossAmount);
        }

        await OrderDeduction.Table.AppendAsync(db, [.. written.SelectMany(Deductions)]);
        await OrderEvent.Table.AppendAsync(db, [.. written.SelectMany(order => Events(order, station)).OrderBy(happening => happening.At)]);
        await Dispute.Table.AppendAsync(db, [.. written.SelectMany(Disputes)]);
        await PayAsync(station, [.. written.SelectMany(Payments).OrderBy(paid => paid.Allocation.PaidAt)]);
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
            Origin = $"paper:{station.Id}:{number}",
            PriceId = prices[delivery.Product.Name],
        };
    }

    private IEnumerable<OrderDeduction> Deductions(Written order)
    {
        var delivery = order.Delivery;
        if (delivery.Loan > 0)
        {
            var owed = _owed[delivery.Member];
            owed.Left -= delivery.Loan;
            Post(order, Accounts.Payable, Accounts.Loans, delivery.Loan, owed.Id);
            yield return Deduction(order, OrderDeduction.FertiliserLoan, $"Loan contract {owed.Number}", delivery.Loan, "permille:100", owed.Left);
        }

        if (delivery.Savings > 0)
        {
            Post(order, Accounts.Payable, Accounts.Savings, delivery.Savings);
            yield return Deduction(order, OrderDeduction.Savings, "General Assembly, decision 7", delivery.Savings, "permille:40");
        }

        if (delivery.Transport > 0)
        {
            Post(order, Accounts.Payable, Accounts.Deductions, delivery.Transport);
            yield return Deduction(order, OrderDeduction.Transport, "General Assembly, decision 9", delivery.Transport, $"fixed:{delivery.Transport}");
        }
    }

    private OrderDeduction Deduction(Written order, string kind, string authority, long amount, string basis, long? balanceAfter = null) => new()
    {
        CooperativeId = cooperative,
        OrderId = order.Id,
        Kind = kind,
        Authority = authority,
        Amount = amount,
        BalanceAfter = balanceAfter,
        Basis = basis,
    };

    private void Post(Written order, string debit, string credit, long amount, long? loan = null) =>
        Post(order, debit, credit, amount, $"PO {order.Number}", TimeOf(order.Delivery), loan);

    private void Post(Written order, string debit, string credit, long amount, string memo, DateTimeOffset at, long? loan = null) => _ledger.Add(new LedgerEntry
    {
        CooperativeId = cooperative,
        MembershipId = memberships[order.Delivery.Member],
        Debit = debit,
        Credit = credit,
        Amount = amount,
        Memo = memo,
        At = at,
        OrderId = order.Id,
        LoanId = loan,
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

    /// <summary>Whoever was weighed too little does not wait for what was weighed.</summary>
    private IEnumerable<Dispute> Disputes(Written order)
    {
        if (order.Delivery.Contest is not null)
        {
            yield return new Dispute
            {
                CooperativeId = cooperative,
                MembershipId = memberships[order.Delivery.Member],
                OrderId = order.Id,
                Reason = DisputeReason.WeightShort,
                ClaimedGrams = order.Delivery.ContestGrams,
                AnswerBy = calendar.Day(order.Delivery.DaysAgo - 15),
                Channel = "ussd",
                At = calendar.At(order.Delivery.DaysAgo - 1, new TimeOnly(19, 5)),
            };
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

    /// <summary>What the people of the demo were paid is in batches and vouchers; for the crowd the paper books said it.</summary>
    private async ValueTask PayAsync(DemoStation station, List<DemoPaid> paid)
    {
        var allocations = station.Office is { } office ? await new DemoPaydays(db, cooperative, office).WriteAsync(paid) : [.. paid.Select(one => one.Allocation)];
        await PaymentAllocation.Table.AppendAsync(db, allocations);
        foreach (var (allocation, membership) in allocations.Zip(paid, (allocation, one) => (allocation, one.MembershipId)))
        {
            _ledger.Add(new LedgerEntry
            {
                CooperativeId = cooperative,
                MembershipId = membership,
                Debit = Accounts.Payable,
                Credit = Accounts.Of(allocation.Method),
                Amount = allocation.Amount,
                Memo = allocation.Reference,
                At = allocation.PaidAt,
                OrderId = allocation.OrderId,
                PaymentId = allocation.PaymentId,
            });
        }
    }

    private IEnumerable<DemoPaid> Payments(Written order)
    {
        var place = 'A';
        foreach (var payment in order.Delivery.Payments)
        {
            var paid = new PaymentAllocation
            {
                CooperativeId = cooperative,
                OrderId = order.Id,
                Amount = payment.Amount,
                PaidAt = calendar.At(payment.DaysAgo, new TimeOnly(11, 0)),
                Method = payment.Method,
                Reference = $"{(payment.Method == "momo" ? "MP" : "V")}{order.Number}{place++}",
            };
            yield return new DemoPaid(memberships[order.Delivery.Member], order.Delivery.Member, paid);
        }
    }

    private DateTimeOffset TimeOf(DemoDelivery delivery) => calendar.At(delivery.DaysAgo, delivery.Time);

    private string NextCode() => VerifyCode.Of((int)(((_codes++ * 611_953L) + 413_207) % VerifyCode.Count));

    private sealed record Written(long Id, long Number, DemoDelivery Delivery);

    private sealed record Owed(long Id, string Number)
    {
        public long Left { get; set; }
    }
}
