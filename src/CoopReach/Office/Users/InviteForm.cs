using CoopReach.Access;
using CoopReach.Engine;

namespace CoopReach.Office.Users;

/// <summary>Who is to come in, as it is typed.</summary>
public sealed class InviteForm
{
    public const string Paper = "paper";
    public const string Link = "link";

    /// <summary>They have a login and need a post only.</summary>
    public const string Login = "login";

    public string Way { get; set; } = Paper;

    public string Address { get; set; } = "";

    public string Name { get; set; } = "";

    public string Role { get; set; } = "";

    /// <summary>Code of the cooperative, where an administrator names one.</summary>
    public string Cooperative { get; set; } = "";

    public string Area { get; set; } = "";

    public string Language { get; set; } = Engine.Language.Kinyarwanda.Code();

    internal Role Wanted => Roles.Find(Role) ?? default;

    /// <summary>Where an officer is to serve; null for staff of a cooperative.</summary>
    internal string? AreaOfRole => Wanted.IsOfACooperative() ? null : Wanted == Access.Role.Administrator ? "" : Area;

    internal Invitee For(long? cooperativeId) =>
        new(Address, Name, Wanted, cooperativeId, AreaOfRole, Languages.Find(Language) ?? Engine.Language.Kinyarwanda, Way == Paper);
}
