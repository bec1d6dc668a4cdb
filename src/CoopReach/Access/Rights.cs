using static CoopReach.Access.Permission;

namespace CoopReach.Access;

/// <summary>One thing somebody may do or see in the office.</summary>
public enum Permission
{
    SeeCooperatives,
    SeeSums,
    SeeRegistry,
    SeeNationalIds,
    SeeKinship,
    EditRegistry,
    ImportMembers,
    SeeBook,
    SetPrices,
    ReverseOrders,
    SeeDisputes,
    CloseDisputes,
    PreparePayments,
    ApprovePayments,
    SettlePayments,
    WriteBroadcasts,
    ApproveBroadcasts,
    SeeMessages,
    SeeConversations,
    SeeMenus,
    SeeAudit,
    Verify,
    ManageUsers,
    ChangeSettings,
}

/// <summary>Who may do what: all of it, in one table. Nobody both prepares a payment and approves one.</summary>
public static class Rights
{
    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Manager] =
        [
            SeeCooperatives, SeeSums, SeeRegistry, SeeNationalIds, SeeKinship, SeeBook, SeeDisputes, SeeMessages, SeeAudit, Verify,
            ReverseOrders, ApprovePayments, ApproveBroadcasts, ManageUsers, ChangeSettings,
        ],
        [Role.Accountant] = [SeeCooperatives, SeeSums, SeeRegistry, SeeBook, SeeDisputes, SeeMessages, SetPrices, PreparePayments, SettlePayments],
        [Role.Secretary] =
        [
            SeeCooperatives, SeeSums, SeeRegistry, SeeKinship, SeeBook, SeeMessages, EditRegistry, ImportMembers, WriteBroadcasts, SeeDisputes, CloseDisputes,
        ],
        [Role.Supervisor] = [SeeCooperatives, SeeSums, SeeRegistry, SeeKinship, SeeBook, SeeMessages, SeeAudit, Verify, SeeDisputes, CloseDisputes],
        [Role.UnionManager] = [SeeCooperatives, SeeSums],
        [Role.Sector] = [SeeCooperatives, SeeSums, SeeAudit, SeeDisputes, CloseDisputes],
        [Role.District] = [SeeCooperatives, SeeSums, SeeAudit, SeeDisputes, CloseDisputes],
        [Role.Inspector] = [SeeCooperatives, SeeSums, SeeAudit, SeeDisputes, CloseDisputes, SeeRegistry, SeeNationalIds, SeeBook, Verify],
        [Role.Legal] = [SeeCooperatives, SeeSums, SeeAudit, Verify],
        [Role.Director] = [SeeCooperatives, SeeSums, SeeAudit, Verify],
        [Role.Administrator] = [SeeCooperatives, SeeMessages, SeeConversations, SeeMenus, ManageUsers, ChangeSettings],
    };

    private static readonly Permission[] Weighty = [PreparePayments, ApprovePayments, SettlePayments, SeeNationalIds, ManageUsers];

    /// <summary>Officers who decide cases.</summary>
    private static readonly Role[] Deciding = [Role.Sector, Role.District, Role.Legal, Role.Inspector, Role.Director];

    /// <summary>Whom a manager may let into the cooperative; another manager is let in by an administrator.</summary>
    private static readonly Role[] UnderAManager = [Role.Accountant, Role.Secretary, Role.Supervisor];

    public static IReadOnlySet<Permission> Of(Role role) => Table[role];

    public static bool May(Role role, Permission permission) => Table[role].Contains(permission);

    /// <summary>A password alone opens nothing that moves money, shows national IDs, lets people in or decides a case.</summary>
    public static bool NeedsSecondFactor(Role role) => Deciding.Contains(role) || Weighty.Any(Table[role].Contains);

    /// <summary>Roles somebody of this role may give, wherever their reach allows it.</summary>
    public static IReadOnlyList<Role> MayGive(Role giver) => giver switch
    {
        Role.Manager => UnderAManager,
        Role.Administrator => [Role.Manager, Role.UnionManager, .. Roles.All.Where(role => !role.IsOfACooperative())],
        _ => [],
    };
}
