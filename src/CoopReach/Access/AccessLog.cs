using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>Access events, written in the transaction of the act.</summary>
internal static class AccessLog
{
    public const string System = "system";

    public static async ValueTask WriteAsync(
        Statements db, long? cooperativeId, DateTimeOffset at, string actor, string action, string subject, string detail = "") =>
        await AccessEvent.Table.AppendAsync(db, new AccessEvent
        {
            CooperativeId = cooperativeId ?? 0,
            At = at,
            Actor = actor,
            Action = action,
            Subject = subject,
            Detail = detail,
            Channel = actor == System ? System : "console",
        });

    public static string Subject(long userId) => $"user:{userId}";
}
