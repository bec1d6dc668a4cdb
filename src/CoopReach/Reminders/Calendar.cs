using CoopReach.Data;

namespace CoopReach.Reminders;

/// <summary>Sets and lifts reminders, inside the transaction of their cause.</summary>
public static class Calendar
{
    private const string Set = """
        insert into reminders (key, kind, subject, due_at, failures) values ($1, $2, $3, $4, 0)
        on conflict (key) do update set due_at = $4, rung_at = null, failures = 0, last_failure = null
        """;

    /// <summary>Once at that time, or as soon after as the service runs. The same key moves the reminder there is.</summary>
    public static ValueTask<int> SetAsync(Statements db, string kind, long subject, DateTimeOffset dueAt) =>
        db.ExecuteAsync(Set, KeyOf(kind, subject), kind, subject, dueAt);

    public static ValueTask<int> LiftAsync(Statements db, string kind, long subject) =>
        db.ExecuteAsync("delete from reminders where key = $1", KeyOf(kind, subject));

    private static string KeyOf(string kind, long subject) => $"{kind}:{subject}";
}
