using CoopReach.Data;

namespace CoopReach.Audit;

/// <summary>Who did or read what. Staff reading a member's data leaves one, and the member can ask for it.</summary>
public sealed class AuditEntry : ChainedRow
{
    public static readonly ChainedTable<AuditEntry> Table = new(
        "audit_log",
        entry => entry.At,
        entry => entry.Actor,
        entry => entry.Action,
        entry => entry.Subject,
        entry => entry.Detail,
        entry => entry.Channel);

    public DateTimeOffset At { get; init; }

    /// <summary>member:0101, collector:0150, staff:manager@twz.demo, system.</summary>
    public required string Actor { get; init; }

    /// <summary>The verb, for example order.contest.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to, for example order:4471.</summary>
    public required string Subject { get; init; }

    public required string Detail { get; init; }

    /// <summary>ussd, whatsapp, console, system.</summary>
    public required string Channel { get; init; }
}
