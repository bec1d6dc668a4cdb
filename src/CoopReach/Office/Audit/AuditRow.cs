using CoopReach.Access;
using CoopReach.Engine.Phrases;

namespace CoopReach.Office.Log;

/// <summary>One thing somebody did or looked at.</summary>
public sealed class AuditRow
{
    private static readonly string[] Actors = ["member", "collector"];

    private static readonly string[] Subjects = ["member", "order", "batch", "day", "broadcast", "invitation", "household", "loan", "cooperative"];

    private static readonly string[] Ways = ["ussd", "whatsapp", "console", "system"];

    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    public long CooperativeId { get; init; }

    /// <summary>Null for what belongs to none.</summary>
    public string? Cooperative { get; init; }

    /// <summary>staff:manager@twz.demo, member:0101, system.</summary>
    public required string Actor { get; init; }

    /// <summary>Of the actor, where they have a login.</summary>
    public string? Name { get; init; }

    public required string Action { get; init; }

    /// <summary>order:4471.</summary>
    public required string Subject { get; init; }

    /// <summary>Of the subject, where it is somebody with a login.</summary>
    public string? SubjectName { get; init; }

    public required string Detail { get; init; }

    public required string Channel { get; init; }

    /// <summary>Null where it was not done to a member.</summary>
    public string? Member => Subject.StartsWith("member:", StringComparison.Ordinal) ? Subject["member:".Length..] : null;

    public Value Who => (Name, Actor.Split(':', 2)) switch
    {
        (not null, _) => Name,
        (_, [var kind, var number]) when Actors.Contains(kind) => Value.Phrase($"office.audit.actor.{kind}", ("number", number)),
        (_, [_, var login]) => login,
        (_, ["system"]) => Value.Phrase("office.audit.actor.system"),
        _ => Actor,
    };

    public Value OnWhat => (SubjectName, Subject.Split(':', 2)) switch
    {
        (not null, _) => SubjectName,
        (_, [var kind, var number]) when Subjects.Contains(kind) => Value.Phrase($"office.audit.subject.{kind}", ("number", number)),
        _ => Subject,
    };

    /// <summary>What it was about: a post by its name, the rest as it was written down.</summary>
    public Value? About => Roles.Find(Detail) is { } role ? Value.Phrase($"door.role.{role.Code()}") : Detail.Length > 0 ? Value.Of(Detail) : null;

    public Value By => Ways.Contains(Channel) ? Value.Phrase($"office.audit.channel.{Channel}") : Channel;
}
