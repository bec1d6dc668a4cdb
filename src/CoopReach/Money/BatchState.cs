using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;

namespace CoopReach.Money;

/// <summary>Where a batch stands, as its payments and its approval say.</summary>
public enum BatchState
{
    Waits,
    CalledOff,
    Approved,
    Exported,
    PartSettled,

    /// <summary>Of some of its money nobody knows whether it came. It is never sent again as new.</summary>
    Unknown,
    Settled,
}

/// <summary>Where a batch or a payment stands, as a chip.</summary>
internal static class MoneyChips
{
    public static Chip Of(BatchRow row) => row.State switch
    {
        BatchState.Waits => new("sun", "s-clock", Value.Phrase("office.payments.state.waits")),
        BatchState.CalledOff => new("stone", "s-hold", Value.Phrase("office.payments.state.called-off")),
        BatchState.Approved => new("lake", "s-done", Value.Phrase("office.payments.state.approved")),
        BatchState.Exported => new("lake", "s-sent", Value.Phrase("office.payments.state.exported")),
        BatchState.Unknown => new("stone", "s-unknown", Value.Phrase("office.payments.state.unknown", ("count", Value.Number(row.Unknown)))),
        BatchState.PartSettled => new("sun", "s-part", Value.Phrase("office.payments.state.part", ("done", Value.Number(row.Paid + row.Failed)), ("all", Value.Number(row.Payments)))),
        _ => new("hill", "s-paid", Value.Phrase("office.payments.state.settled")),
    };

    /// <summary>A payment: what was last heard of it, before that whether its batch was let go.</summary>
    public static Chip Of(PaymentState state, bool isLetGo) => (state, isLetGo) switch
    {
        (PaymentState.Paid, _) => new("hill", "s-paid", Value.Phrase("office.payments.line.paid")),
        (PaymentState.Failed, true) => new("cherry", "s-fail", Value.Phrase("office.payments.line.failed")),
        (PaymentState.Failed, false) => new("stone", "s-hold", Value.Phrase("office.payments.state.called-off")),
        (PaymentState.Unknown, _) => new("stone", "s-unknown", Value.Phrase("office.payments.line.unknown")),
        (_, true) => new("lake", "s-sent", Value.Phrase("office.payments.line.on-the-way")),
        _ => new("sun", "s-clock", Value.Phrase("office.payments.state.waits")),
    };
}
