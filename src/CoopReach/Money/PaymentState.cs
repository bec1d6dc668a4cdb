using CoopReach.Engine.StateMachines;

namespace CoopReach.Money;

/// <summary>Where a payment stands: the last of its settling events.</summary>
public enum PaymentState
{
    Waiting,
    Unknown,
    Paid,
    Failed,
}

/// <summary>The life of a payment, as one table. Unknown is settled by a later word on the same payment and by nothing else.</summary>
internal static class PaymentLife
{
    public static readonly StateTable<PaymentState, string> Table = Write();

    /// <summary>The state an event of this kind leaves; null for a payment nobody has reported on.</summary>
    public static PaymentState Of(string? kind) => kind switch
    {
        PaymentEvent.Paid => PaymentState.Paid,
        PaymentEvent.Failed => PaymentState.Failed,
        PaymentEvent.Unknown => PaymentState.Unknown,
        _ => PaymentState.Waiting,
    };

    private static StateTable<PaymentState, string> Write()
    {
        var table = new StateTable<PaymentState, string>(PaymentState.Waiting);
        table.Configure(PaymentState.Waiting)
            .Permit(PaymentEvent.Paid, PaymentState.Paid)
            .Permit(PaymentEvent.Failed, PaymentState.Failed)
            .Permit(PaymentEvent.Unknown, PaymentState.Unknown);
        table.Configure(PaymentState.Unknown)
            .Permit(PaymentEvent.Paid, PaymentState.Paid)
            .Permit(PaymentEvent.Failed, PaymentState.Failed)
            .Ignore(PaymentEvent.Unknown);
        table.Configure(PaymentState.Paid).Ignore(PaymentEvent.Paid);
        table.Configure(PaymentState.Failed).Ignore(PaymentEvent.Failed);

        return table;
    }
}
