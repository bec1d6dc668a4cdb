using CoopReach.Access;

namespace CoopReach.Tests.Access;

public sealed class RightsTests
{
    [Fact]
    public void Nobody_both_prepares_and_approves()
    {
        Assert.DoesNotContain(Roles.All, role => Rights.May(role, Permission.PreparePayments) && Rights.May(role, Permission.ApprovePayments));
        Assert.DoesNotContain(Roles.All, role => Rights.May(role, Permission.WriteBroadcasts) && Rights.May(role, Permission.ApproveBroadcasts));
    }

    [Fact]
    public void Only_who_meets_members_with_their_card_sees_national_ids() =>
        Assert.Equal([Role.Manager, Role.Inspector], Roles.All.Where(role => Rights.May(role, Permission.SeeNationalIds)));

    [Fact]
    public void A_second_factor_is_needed_by_all_but_three() =>
        Assert.Equal([Role.Secretary, Role.Supervisor, Role.UnionManager], Roles.All.Where(role => !Rights.NeedsSecondFactor(role)));

    [Fact]
    public void An_administrator_sees_no_member() => Assert.DoesNotContain(
        Rights.Of(Role.Administrator), right => right is Permission.SeeRegistry or Permission.SeeBook or Permission.SeeNationalIds or Permission.SeeKinship or Permission.SeeSums);

    [Fact]
    public void Every_permission_is_somebodys() => Assert.All(Enum.GetValues<Permission>(), right => Assert.Contains(Roles.All, role => Rights.May(role, right)));

    [Fact]
    public void Nobody_gives_the_role_they_have_but_an_administrator() =>
        Assert.Equal([Role.Administrator], Roles.All.Where(role => Rights.MayGive(role).Contains(role)));

    [Fact]
    public void A_role_is_found_by_its_code() => Assert.All(Roles.All, role => Assert.Equal(role, Roles.Find(role.Code())));
}
