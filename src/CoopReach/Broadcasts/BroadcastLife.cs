using CoopReach.Engine.StateMachines;

namespace CoopReach.Broadcasts;

/// <summary>Where a broadcast stands.</summary>
public enum BroadcastState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Words, recipients and price are frozen.</summary>
    Planned,

    AwaitingApproval,

    /// <summary>Starts by itself when its time comes.</summary>
    Scheduled,

    Sending,

    Paused,

    /// <summary>Nothing of it is left to send.</summary>
    Done,

    Cancelled,
}

/// <summary>The life of a broadcast as one table.</summary>
public static class BroadcastLife
{
    public const string Plan = "plan";
    public const string Redraft = "redraft";
    public const string Submit = "submit";
    public const string Schedule = "schedule";
    public const string Approve = "approve";
    public const string Start = "start";
    public const string Pause = "pause";
    public const string Resume = "resume";
    public const string Finish = "finish";
    public const string Retry = "retry";
    public const string Cancel = "cancel";

    public static readonly StateTable<BroadcastState, string> Table = Write();

    private static readonly string[] Codes = ["draft", "planned", "awaiting-approval", "scheduled", "sending", "paused", "done", "cancelled"];

    public static string Code(this BroadcastState state) => Codes[(int)state];

    /// <exception cref="ArgumentException">There is no such state.</exception>
    public static BroadcastState Parse(string code) => Array.IndexOf(Codes, code) is >= 0 and var place
        ? (BroadcastState)place
        : throw new ArgumentException($"'{code}' is no state of a broadcast.", nameof(code));

    /// <summary>Where the trigger leads; null where it is not permitted.</summary>
    public static BroadcastState? After(BroadcastState state, string trigger) => Table.After(state, trigger);

    private static StateTable<BroadcastState, string> Write()
    {
        var table = new StateTable<BroadcastState, string>(BroadcastState.Draft);
        table.Configure(BroadcastState.Draft)
            .Permit(Plan, BroadcastState.Planned)
            .Permit(Cancel, BroadcastState.Cancelled);
        table.Configure(BroadcastState.Planned)
            .Permit(Redraft, BroadcastState.Draft)
            .Permit(Submit, BroadcastState.AwaitingApproval)
            .Permit(Schedule, BroadcastState.Scheduled)
            .Permit(Cancel, BroadcastState.Cancelled);
        table.Configure(BroadcastState.AwaitingApproval)
            .Permit(Redraft, BroadcastState.Draft)
            .Permit(Approve, BroadcastState.Scheduled)
            .Permit(Cancel, BroadcastState.Cancelled);
        table.Configure(BroadcastState.Scheduled)
            .Permit(Start, BroadcastState.Sending)
            .Permit(Cancel, BroadcastState.Cancelled);
        table.Configure(BroadcastState.Sending)
            .Permit(Pause, BroadcastState.Paused)
            .Permit(Finish, BroadcastState.Done)
            .Permit(Cancel, BroadcastState.Cancelled);
        table.Configure(BroadcastState.Paused)
            .Permit(Resume, BroadcastState.Sending)
            .Permit(Cancel, BroadcastState.Cancelled);
        table.Configure(BroadcastState.Done)
            .Permit(Retry, BroadcastState.Sending);

        return table;
    }
}
