using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Engine;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Access;

public sealed class InvitationTests
{
    private const long Union = 1;
    private const long Twz = 2;
    private const long Abh = 3;
    private const string Good = "four words in a row";

    private static readonly Invitee Clerk = new("New.Clerk@twz.demo", "Mugisha Alex", Role.Secretary, Twz, null, Language.French, Printed: true);

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_invitation_is_good_once(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);
        var invited = await InviteAsync(door, Clerk);
        Assert.Matches("^[A-Z3-9]{4}-[A-Z3-9]{4}-[A-Z3-9]{4}$", invited.Secret);
        var typed = invited.Secret.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal);

        var joined = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => await Record.ExceptionAsync(() => JoinAsync(door, typed))));

        Assert.Single(joined, refused => refused is null);
        Assert.All(joined.OfType<RefusedException>(), refused => Assert.Equal("access.refused.invitation", refused.Why.Text));
        Assert.IsType<SignInOutcome.In>(await door.TryAsync("new.clerk@twz.demo", Good));
        Assert.Equal(1, await door.CountAsync(AccessEvent.Joined));
        await AssertRefusedAsync("access.refused.login-taken", () => InviteAsync(door, Clerk));
    }

    [Fact]
    public async Task A_role_that_needs_a_second_factor_goes_on_to_it()
    {
        await using var door = await Door.OpenAsync();
        var invited = await InviteAsync(door, Clerk with { Role = Role.Accountant, Printed = false });

        Assert.Equal(22, invited.Secret.Length);
        Assert.Equal(
            new Welcome("new.clerk@twz.demo", "Mugisha Alex", Role.Accountant, "Twitezimbere Coffee Cooperative", "Mukeshimana Grace"),
            await door.Get<Join>().FindAsync(invited.Secret, Door.Address, CancellationToken.None));
        Assert.IsType<SignInOutcome.NeedsEnrolment>(await JoinAsync(door, invited.Secret));
    }

    [Fact]
    public async Task An_invitation_is_over_after_three_days()
    {
        await using var door = await Door.OpenAsync();
        var invited = await InviteAsync(door, Clerk);
        door.Clock.Advance(TimeSpan.FromHours(72));

        await AssertRefusedAsync("access.refused.invitation", () => JoinAsync(door, invited.Secret));
        Assert.Null(await door.Get<Join>().FindAsync(invited.Secret, Door.Address, CancellationToken.None));
        await JoinAsync(door, (await InviteAsync(door, Clerk)).Secret);
    }

    [Fact]
    public async Task An_invitation_is_taken_back_by_the_cooperative_by_a_newer_one_and_with_its_inviter()
    {
        await using var door = await Door.OpenAsync();
        var (invite, first) = (door.Get<Invite>(), await InviteAsync(door, Clerk));
        var (other, manager) = (await door.SitAsync("manager@abh.demo"), await door.SitAsync("manager@twz.demo"));
        await AssertRefusedAsync("access.refused.invitation", () => invite.RevokeAsync(other, first.Id, CancellationToken.None));
        Assert.Empty(await invite.ListAsync(other, CancellationToken.None));

        var second = await InviteAsync(door, Clerk);
        await AssertRefusedAsync("access.refused.invitation", () => JoinAsync(door, first.Secret));
        await invite.RevokeAsync(manager, Assert.Single(await invite.ListAsync(manager, CancellationToken.None)).Id, CancellationToken.None);
        await AssertRefusedAsync("access.refused.invitation", () => JoinAsync(door, second.Secret));

        var third = await InviteAsync(door, Clerk);
        await door.Get<SuspendPost>().RunAsync(await door.SitAsync("admin@rca.demo"), manager.UserId, CancellationToken.None);
        await AssertRefusedAsync("access.refused.invitation", () => JoinAsync(door, third.Secret));
    }

    [Fact]
    public async Task A_bad_password_leaves_the_invitation_as_it_was()
    {
        await using var door = await Door.OpenAsync();
        var invited = await InviteAsync(door, Clerk);

        await AssertRefusedAsync("access.refused.password-short", () => JoinAsync(door, invited.Secret, "short"));
        await AssertRefusedAsync("access.refused.password-own", () => JoinAsync(door, invited.Secret, "Mugisha-Alex-2026"));
        await JoinAsync(door, invited.Secret);
    }

    [Theory]
    [InlineData("secretary@twz.demo", Role.Supervisor, Twz, null, "access.refused.no-right")]
    [InlineData("manager@twz.demo", Role.Manager, Twz, null, "access.refused.role")]
    [InlineData("manager@twz.demo", Role.Administrator, null, "", "access.refused.role")]
    [InlineData("manager@twz.demo", Role.Director, null, "", "access.refused.role")]
    [InlineData("manager@twz.demo", Role.Secretary, Abh, null, "access.refused.other-cooperative")]
    [InlineData("manager@ucn.demo", Role.Secretary, Union, null, "access.refused.no-right")]
    [InlineData("admin@rca.demo", Role.Secretary, Twz, null, "access.refused.role")]
    [InlineData("admin@rca.demo", Role.Manager, Twz, null, "access.refused.has-manager")]
    [InlineData("admin@rca.demo", Role.Manager, Union, null, "access.refused.other-cooperative")]
    [InlineData("admin@rca.demo", Role.Manager, null, "", "access.refused.other-cooperative")]
    [InlineData("admin@rca.demo", Role.Sector, null, "25", "access.refused.area")]
    [InlineData("admin@rca.demo", Role.District, null, "", "access.refused.area")]
    [InlineData("admin@rca.demo", Role.Director, null, "9", "access.refused.area")]
    [InlineData("admin@rca.demo", Role.Director, Twz, null, "access.refused.area")]
    [InlineData("director@rca.demo", Role.Sector, null, "2503", "access.refused.no-right")]
    public async Task Nobody_gives_a_role_that_is_not_theirs_to_give(string by, Role role, long? cooperative, string? area, string why)
    {
        await using var door = await Door.OpenAsync();
        var seat = await door.SitAsync(by);

        await AssertRefusedAsync(why, () => door.Get<Invite>().RunAsync(
            seat, Clerk with { Role = role, CooperativeId = cooperative, Area = area }, CancellationToken.None));
        await AssertRefusedAsync(why, () => door.Get<GivePost>().RunAsync(seat, "supervisor@twz.demo", role, cooperative, area, CancellationToken.None));
        Assert.Equal(0, await door.Database.NumberAsync("select count(*) from invitations"));
    }

    [Fact]
    public async Task An_administrator_lets_in_officers_and_the_first_manager_of_a_cooperative()
    {
        await using var door = await Door.OpenAsync();
        var admin = await door.SitAsync("admin@rca.demo");
        await door.Get<EndPost>().RunAsync(admin, await door.IdAsync("manager@twz.demo"), CancellationToken.None);

        await door.Get<GivePost>().RunAsync(admin, "manager@twz.demo", Role.Sector, null, "2503", CancellationToken.None);
        var invited = await door.Get<Invite>().RunAsync(admin, Clerk with { Role = Role.Manager }, CancellationToken.None);
        var another = await door.Get<Invite>().RunAsync(admin, Clerk with { Role = Role.Manager, Login = "another@twz.demo" }, CancellationToken.None);
        Assert.IsType<SignInOutcome.NeedsEnrolment>(await JoinAsync(door, invited.Secret));
        await AssertRefusedAsync("access.refused.has-manager", () => JoinAsync(door, another.Secret));

        var officer = await door.SitAsync("manager@twz.demo");
        Assert.Equal((Role.Sector, true, false), (officer.Role, officer.Covers("250301"), officer.Covers("2504")));
    }

    [Theory]
    [InlineData("manager@twz.demo", "manager@twz.demo", "access.refused.own")]
    [InlineData("manager@twz.demo", "manager@abh.demo", "access.refused.no-user")]
    [InlineData("manager@twz.demo", "director@rca.demo", "access.refused.no-user")]
    [InlineData("manager@abh.demo", "secretary@twz.demo", "access.refused.no-user")]
    [InlineData("admin@rca.demo", "secretary@twz.demo", "access.refused.no-user")]
    [InlineData("secretary@twz.demo", "accountant@twz.demo", "access.refused.no-right")]
    public async Task Nobody_sends_out_whom_they_may_not(string by, string whom, string why)
    {
        await using var door = await Door.OpenAsync();
        var (seat, user) = (await door.SitAsync(by), await door.IdAsync(whom));

        await AssertRefusedAsync(why, () => door.Get<SuspendPost>().RunAsync(seat, user, CancellationToken.None));
        await AssertRefusedAsync(why, () => door.Get<EndPost>().RunAsync(seat, user, CancellationToken.None));
        await AssertRefusedAsync(why, () => door.Get<DisableUser>().RunAsync(seat, user, CancellationToken.None));
        Assert.Equal(0, await door.Database.NumberAsync(
            "select count(*) from users u join posts p on p.user_id = u.id where u.disabled_at is not null or p.suspended_at is not null or p.ended_at is not null"));
    }

    private static async Task<Invited> InviteAsync(Door door, Invitee who) =>
        await door.Get<Invite>().RunAsync(await door.SitAsync("manager@twz.demo"), who, CancellationToken.None);

    private static Task<SignInOutcome> JoinAsync(Door door, string secret, string password = Good) =>
        door.Get<Join>().RunAsync(secret, password, Door.Device, Door.Address, CancellationToken.None);

    private static async Task AssertRefusedAsync(string why, Func<Task> act) => Assert.Equal(why, (await Assert.ThrowsAsync<RefusedException>(act)).Why.Text);
}
