using CoopReach.Audit;
using CoopReach.Engine;

namespace CoopReach.Access;

/// <summary>Somebody who is signed in, as what, and where: all a page needs to know to let them do something or not.</summary>
/// <param name="Area">The beginning of the codes of the divisions an officer covers; null for staff of a cooperative.</param>
public sealed record Seat(
    long UserId, string Login, string Name, Role Role, long? CooperativeId, string? Area, string SessionId, Language Language)
{
    /// <inheritdoc cref="ActorOf"/>
    public string Actor => ActorOf(Login, CooperativeId);

    /// <summary>As the rooms of a cooperative know them; null for officers, who serve none.</summary>
    public Staff? Staff => CooperativeId is { } cooperative ? new Staff(cooperative, Actor) : null;

    public bool May(Permission permission) => Rights.May(Role, permission);

    /// <summary>Whether a cooperative with its seat there lies in the officer's area.</summary>
    public bool Covers(string seatCode) => Area is { } area && seatCode.StartsWith(area, StringComparison.Ordinal);

    /// <summary>As rows name them: a member who asks is told whether it was the office or an officer.</summary>
    internal static string ActorOf(string login, long? cooperativeId) => cooperativeId is null ? $"officer:{login}" : $"staff:{login}";

    internal void Must(Permission permission)
    {
        if (!May(permission))
        {
            throw RefusedException.Because("access.refused.no-right");
        }
    }
}
