using CoopReach.Access;
using CoopReach.Cooperatives;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;

namespace CoopReach.Office.Users;

/// <summary>Somebody who works in the office: who, as what, where, and whether they come in.</summary>
public sealed class UserRow
{
    public long Id { get; init; }

    public required string Login { get; init; }

    public required string Name { get; init; }

    /// <summary>Null for who has a login and no post.</summary>
    public string? Role { get; init; }

    public long? CooperativeId { get; init; }

    public string? Cooperative { get; init; }

    /// <summary>Where an officer serves, or the cooperative has its seat: the beginning of codes.</summary>
    public string? Area { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? SuspendedAt { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    public bool HasSecondFactor { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    public Value RoleSaid => Value.Phrase(Role is null ? "office.users.no-post" : $"door.role.{Role}");

    /// <summary>Null for who serves nowhere.</summary>
    public Value? Place => (Cooperative, Role) switch
    {
        (not null, _) => Cooperative,
        (_, null) => null,
        _ => AreaSaid(Area),
    };

    public Chip State => this switch
    {
        { DisabledAt: not null } => new("cherry", "s-fail", Value.Phrase("office.users.state.disabled")),
        { Role: null } => new("stone", "s-hold", Value.Phrase("office.users.state.no-post")),
        { SuspendedAt: not null } => new("sun", "s-hold", Value.Phrase("office.users.state.rests")),
        _ => new("hill", "s-done", Value.Phrase("office.users.state.works")),
    };

    /// <summary>Whether the hand of somebody reaches them: the acts refuse the rest.</summary>
    public bool IsUnder(Seat seat) =>
        Id != seat.UserId && DisabledAt is null && Roles.Find(Role) is { } role && Rights.MayGive(seat.Role).Contains(role);

    public static Value AreaSaid(string? area) => Divisions.Find(area)?.Said ?? Value.Phrase("office.frame.country");
}
