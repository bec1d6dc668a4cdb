using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Registry;

/// <summary>Who works in the registry of which cooperative. What is done is written down under this name.</summary>
/// <param name="Name">As the audit log says it: staff:manager@twz.demo.</param>
public sealed record Clerk(long CooperativeId, string Name)
{
    /// <summary>The console: phones have their own ways into the same tables.</summary>
    private const string Channel = "console";

    private const string Ours = """
        select min(m.number) from memberships m join people p on p.id = m.person_id
        where m.cooperative_id = $1 and p.id = $2 and p.merged_into_id is null and p.erased_at is null having count(*) > 0
        """;

    /// <summary>Notes what was done in the clerk's cooperative. Never a name, a phone or an ID: these rows cannot be erased.</summary>
    internal ValueTask NoteAsync(Statements db, DateTimeOffset now, string action, string subject, string detail = "") =>
        AuditLog.WriteAsync(db, CooperativeId, now, Name, action, subject, detail, Channel);

    /// <summary>How the audit log names this person: by the first member number here.</summary>
    /// <exception cref="RefusedException">The person was never a member of the clerk's cooperative, or the record was erased.</exception>
    internal async ValueTask<string> SubjectAsync(Statements db, long personId) =>
        await db.FirstAsync(Ours, row => $"member:{row.Text(0)}", CooperativeId, personId)
        ?? throw new RefusedException("This person is not in the registry of your cooperative, or no longer.");
}

/// <summary>The registry says no; the message is one sentence for the clerk, and nothing was changed.</summary>
public sealed class RefusedException(string message) : Exception(message);
