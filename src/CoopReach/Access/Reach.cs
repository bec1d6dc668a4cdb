using CoopReach.Audit;
using CoopReach.Cooperatives;
using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>How far somebody's hand reaches: whom they may let in or send out, and where.</summary>
internal static class Reach
{
    private const string Cooperative = "select level from cooperatives where id = $1";

    private const string HasManager = """
        select id from posts where cooperative_id = $1 and role in ('manager', 'union-manager') and ended_at is null
        """;

    public static async ValueTask<string?> NameOfAsync(Statements db, long? cooperativeId) => cooperativeId is { } id
        ? await db.FirstAsync("select name from cooperatives where id = $1", row => row.Text(0), id)
        : null;

    /// <exception cref="RefusedException">They may not give this role there, or the role is not for that place.</exception>
    public static async ValueTask MustGiveAsync(Statements db, Seat by, Role role, long? cooperativeId, string? area)
    {
        by.Must(Permission.ManageUsers);
        if (!Rights.MayGive(by.Role).Contains(role))
        {
            throw RefusedException.Because("access.refused.role");
        }

        if (role.IsOfACooperative())
        {
            await MustGiveInCooperativeAsync(db, by, role, area is null ? cooperativeId : null);
        }
        else if (cooperativeId is not null || !Fits(role, area))
        {
            throw RefusedException.Because("access.refused.area");
        }
    }

    /// <summary>A manager moves only those whose role he gives, in his cooperative; an administrator officers and managers. Nobody moves themselves.</summary>
    /// <exception cref="RefusedException">There is no such user for them.</exception>
    public static async ValueTask<Account> MustManageAsync(Statements db, Seat by, long userId)
    {
        by.Must(Permission.ManageUsers);
        if (userId == by.UserId)
        {
            throw RefusedException.Because("access.refused.own");
        }

        var account = await Account.FindAsync(db, userId);
        return account is { Role: { } role } && Rights.MayGive(by.Role).Contains(role) && (by.CooperativeId is null || by.CooperativeId == account.CooperativeId)
            ? account
            : throw RefusedException.Because("access.refused.no-user");
    }

    /// <summary>A cooperative has one manager.</summary>
    /// <exception cref="RefusedException">It has one.</exception>
    public static async ValueTask MustBeFirstAsync(Statements db, Role role, long? cooperativeId)
    {
        if (role is Role.Manager or Role.UnionManager && await db.FirstAsync(HasManager, row => row.Number(0), cooperativeId) != 0)
        {
            throw RefusedException.Because("access.refused.has-manager");
        }
    }

    private static async ValueTask MustGiveInCooperativeAsync(Statements db, Seat by, Role role, long? cooperativeId)
    {
        var level = cooperativeId is { } id ? await db.FirstAsync(Cooperative, row => row.Text(0), id) : null;
        if (level is null || (by.CooperativeId is { } own && own != cooperativeId) || (role == Role.UnionManager) != (level != "primary"))
        {
            throw RefusedException.Because("access.refused.other-cooperative");
        }

        await MustBeFirstAsync(db, role, cooperativeId);
    }

    private static bool Fits(Role role, string? area) => role switch
    {
        Role.Sector => Divisions.Find(area)?.Level == "sector",
        Role.District => Divisions.Find(area)?.Level == "district",
        Role.Administrator => area == "",
        _ => area == "" || Divisions.Find(area)?.Level is "province" or "district",
    };
}
