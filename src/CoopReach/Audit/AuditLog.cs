using CoopReach.Data;

namespace CoopReach.Audit;

/// <summary>Who did what to whom, written in the transaction of the act.</summary>
public static class AuditLog
{
    public static async ValueTask WriteAsync(
        Statements db, long cooperativeId, DateTimeOffset at, string actor, string action, string subject, string detail, string channel) =>
        await AuditEntry.Table.AppendAsync(db, new AuditEntry
        {
            CooperativeId = cooperativeId,
            At = at,
            Actor = actor,
            Action = action,
            Subject = subject,
            Detail = detail,
            Channel = channel,
        });
}
