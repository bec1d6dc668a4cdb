using CoopReach.Data;
using CoopReach.Money;

namespace CoopReach.Demo;

/// <summary>Money a member got in the demo.</summary>
internal sealed record DemoPaid(long MembershipId, string Member, PaymentAllocation Allocation);

/// <summary>
/// The paydays of the demo: what was paid on one day in one way is a batch that the accountant prepared and the manager
/// approved; cash is a voucher each.
/// </summary>
/// <param name="office">What their logins end in.</param>
internal sealed class DemoPaydays(Statements db, long cooperative, string office)
{
    private string Accountant => $"staff:accountant@{office}";

    private string Manager => $"staff:manager@{office}";

    /// <summary>Writes the payments; the allocations that name them, in the same order.</summary>
    public async ValueTask<List<PaymentAllocation>> WriteAsync(List<DemoPaid> paid)
    {
        var batches = await PrepareAsync([.. paid.Select(BatchOf).OfType<PaymentBatch>().DistinctBy(batch => batch.Origin)]);
        var payments = await Payment.Table.AppendAsync(db, [.. paid.Select(one => ToPayment(one, batches))]);
        await PaymentLine.Table.AppendAsync(db, [.. paid.Select((one, place) => new PaymentLine
        {
            CooperativeId = cooperative, PaymentId = payments[place], OrderId = one.Allocation.OrderId, Amount = one.Allocation.Amount,
        })]);
        await PaymentEvent.Table.AppendAsync(db, [.. paid.Select((one, place) => new PaymentEvent
        {
            CooperativeId = cooperative,
            PaymentId = payments[place],
            Kind = PaymentEvent.Paid,
            Reference = one.Allocation.Reference,
            Actor = Accountant,
            At = one.Allocation.PaidAt,
        })]);
        for (var place = 0; place < paid.Count; place++)
        {
            await SendToAsync(paid[place], payments[place]);
        }

        return [.. paid.Select((one, place) => Named(one.Allocation, payments[place]))];
    }

    private async ValueTask<Dictionary<string, long>> PrepareAsync(List<PaymentBatch> batches)
    {
        var ids = await PaymentBatch.Table.AppendAsync(db, batches);
        await BatchApproval.Table.AppendAsync(db, [.. batches.Select((batch, place) => new BatchApproval
        {
            CooperativeId = cooperative, BatchId = ids[place], PreparedBy = Accountant, ApprovedBy = Manager, At = batch.PreparedAt.AddMinutes(20),
        })]);

        return batches.Select((batch, place) => (batch.Origin, Id: ids[place])).ToDictionary(batch => batch.Origin, batch => batch.Id);
    }

    private PaymentBatch? BatchOf(DemoPaid one) => one.Allocation.Method == "cash" ? null : new PaymentBatch
    {
        CooperativeId = cooperative,
        Method = one.Allocation.Method,
        PreparedBy = Accountant,
        PreparedAt = one.Allocation.PaidAt.AddHours(-2),
        Origin = FormattableString.Invariant($"payday:{one.Allocation.Method}:{one.Allocation.PaidAt:yyyy-MM-dd}"),
    };

    private Payment ToPayment(DemoPaid one, Dictionary<string, long> batches) => new()
    {
        CooperativeId = cooperative,
        BatchId = BatchOf(one) is { } batch ? batches[batch.Origin] : null,
        MembershipId = one.MembershipId,
        Amount = one.Allocation.Amount,
        Method = one.Allocation.Method,
        Origin = $"payday:{one.Allocation.Reference}",
        At = one.Allocation.PaidAt,
    };

    /// <summary>Mobile money goes to the phone the demo gives; accounts are made up.</summary>
    private async ValueTask SendToAsync(DemoPaid one, long payment)
    {
        var destination = one.Allocation.Method switch
        {
            "momo" => DemoPeople.All.First(person => person.Number == one.Member).Phone,
            "cash" => null,
            _ => $"Gasaka 2207-{one.Member}",
        };
        if (destination is not null)
        {
            await db.ExecuteAsync("insert into payment_destinations (payment_id, destination) values ($1, $2)", payment, destination);
        }
    }

    private static PaymentAllocation Named(PaymentAllocation allocation, long payment) => new()
    {
        CooperativeId = allocation.CooperativeId,
        OrderId = allocation.OrderId,
        Amount = allocation.Amount,
        PaidAt = allocation.PaidAt,
        Method = allocation.Method,
        Reference = allocation.Reference,
        PaymentId = payment,
    };
}
