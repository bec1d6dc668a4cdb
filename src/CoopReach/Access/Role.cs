namespace CoopReach.Access;

/// <summary>What somebody is in the office: of one cooperative, of a union, or an officer of the authority.</summary>
public enum Role
{
    Manager,
    Accountant,
    Secretary,
    Supervisor,
    UnionManager,
    Sector,
    District,
    Legal,
    Inspector,
    Director,
    Administrator,
}

/// <summary>Roles as rows name them: union-manager.</summary>
public static class Roles
{
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    public static string Code(this Role role) => role == Role.UnionManager ? "union-manager" : role.ToString().ToLowerInvariant();

    /// <summary>Null for what is no role.</summary>
    public static Role? Find(string? code) => All.Where(role => role.Code() == code).Select(role => (Role?)role).FirstOrDefault();

    /// <summary>Serves one cooperative or union; officers serve an area.</summary>
    public static bool IsOfACooperative(this Role role) => role <= Role.UnionManager;
}
