using CoopReach.Engine.StateMachines;

namespace CoopReach.Outbox;

/// <summary>How far a message got.</summary>
public enum MessageState
{
    /// <summary>One of a plan that has not let it go.</summary>
    Planned,

    /// <summary>Waits for its turn, or to be tried again.</summary>
    Queued,

    /// <summary>In the hands of a node that is sending it.</summary>
    Sending,

    /// <summary>The gateway took it.</summary>
    Sent,

    Delivered,

    /// <summary>It will not arrive; the reason says why.</summary>
    Failed,

    /// <summary>Perhaps the gateway took it. Never sent again by itself: a report or a person settles it.</summary>
    Unknown,

    Cancelled,

    /// <summary>Left out at the last moment: the person had enough messages this week.</summary>
    LeftOut,
}

/// <summary>The life of a message as one table. The database is changed through it, so that nothing ever goes backwards.</summary>
public static class MessageLife
{
    public const string Claim = "claim";
    public const string Accept = "accept";
    public const string Deliver = "deliver";
    public const string Fail = "fail";
    public const string Lose = "lose";
    public const string Return = "return";
    public const string Retry = "retry";
    public const string Cancel = "cancel";
    public const string LeaveOut = "leave-out";
    public const string Reroute = "reroute";

    public static readonly StateTable<MessageState, string> Table = Write();

    private static readonly string[] Codes = ["planned", "queued", "sending", "sent", "delivered", "failed", "unknown", "cancelled", "left-out"];

    public static string Code(this MessageState state) => Codes[(int)state];

    /// <summary>For a query: the states, quoted, in which the trigger moves a message.</summary>
    internal static string From(string trigger) =>
        string.Join(", ", Enum.GetValues<MessageState>().Where(state => After(state, trigger) is { } next && next != state).Select(state => $"'{state.Code()}'"));

    /// <summary>Where the trigger leads; null where it is not permitted.</summary>
    public static MessageState? After(MessageState state, string trigger) => Table.After(state, trigger);

    private static StateTable<MessageState, string> Write()
    {
        var table = new StateTable<MessageState, string>(MessageState.Queued);
        table.Configure(MessageState.Planned)
            .Permit(Claim, MessageState.Sending)
            .Permit(Cancel, MessageState.Cancelled)
            .Permit(LeaveOut, MessageState.LeftOut);
        table.Configure(MessageState.Queued)
            .Permit(Claim, MessageState.Sending)
            .Permit(Cancel, MessageState.Cancelled);
        table.Configure(MessageState.Sending)
            .Permit(Accept, MessageState.Sent)
            .Permit(Deliver, MessageState.Delivered)
            .Permit(Fail, MessageState.Failed)
            .Permit(Lose, MessageState.Unknown)
            .Permit(Return, MessageState.Queued);
        table.Configure(MessageState.Unknown)
            .Permit(Accept, MessageState.Sent)
            .Permit(Deliver, MessageState.Delivered)
            .Permit(Fail, MessageState.Failed);
        table.Configure(MessageState.Sent)
            .Permit(Deliver, MessageState.Delivered)
            .Permit(Fail, MessageState.Failed);
        // The phone has the last word; what one channel cannot do another may; and a person may try a failed one again.
        table.Configure(MessageState.Failed)
            .Permit(Deliver, MessageState.Delivered)
            .Permit(Reroute, MessageState.Planned)
            .Permit(Retry, MessageState.Queued);

        return table;
    }
}
