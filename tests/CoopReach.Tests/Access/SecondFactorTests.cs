using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Demo;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Access;

public sealed class SecondFactorTests
{
    private const string NoFactor = "update users set totp_key = null where login = $1";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Whose_post_needs_a_second_factor_sets_it_up_before_coming_in(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);
        await door.Database.ExecuteAsync(NoFactor, "manager@twz.demo");
        var (enrolment, ticket) = (door.Get<Enrolment>(), Assert.IsType<SignInOutcome.NeedsEnrolment>(await door.TryAsync("manager@twz.demo", DemoUsers.Password)).Ticket);

        var factor = await enrolment.BeginAsync(ticket, CancellationToken.None);
        Assert.StartsWith("otpauth://totp/CoopReach:manager%40twz.demo?secret=", factor.Uri, StringComparison.Ordinal);
        Assert.Equal(32, factor.Key.Length);
        await Assert.ThrowsAsync<RefusedException>(() => enrolment.ConfirmAsync(factor.Ticket, "000000", CancellationToken.None));
        var enrolled = await enrolment.ConfirmAsync(factor.Ticket, Totp.CodeAt(factor.Key, door.Clock.GetUtcNow()), CancellationToken.None);

        Assert.Equal(10, enrolled.RecoveryCodes.Distinct().Count());
        Assert.NotNull(await door.Sessions.CheckAsync(enrolled.SessionId, CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => enrolment.ConfirmAsync(factor.Ticket, Totp.CodeAt(factor.Key, door.Clock.GetUtcNow()), CancellationToken.None));
        var next = await door.TicketAsync("manager@twz.demo");
        Assert.IsType<SignInOutcome.Wrong>(await door.SignIn.CodeAsync(next, Totp.CodeAt(factor.Key, door.Clock.GetUtcNow()), CancellationToken.None));
        await AssertOnceAsync(door, next, enrolled.RecoveryCodes[0]);
    }

    [Fact]
    public async Task A_post_that_needs_none_comes_in_by_password_alone()
    {
        await using var door = await Door.OpenAsync();
        await door.Database.ExecuteAsync(NoFactor, "secretary@twz.demo");

        Assert.IsType<SignInOutcome.In>(await door.TryAsync("secretary@twz.demo", DemoUsers.Password));
    }

    [Fact]
    public async Task A_factor_is_changed_only_right_after_password_and_code()
    {
        await using var door = await Door.OpenAsync();
        var seat = await door.SitAsync("manager@twz.demo");
        door.Clock.Advance(TimeSpan.FromMinutes(5));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => door.Get<Enrolment>().BeginAsync(seat, CancellationToken.None));
        Assert.Equal("access.refused.confirm-first", refused.Why.Text);

        var wrong = await Assert.ThrowsAsync<RefusedException>(() => door.Get<Confirm>().RunAsync(seat, DemoUsers.Password, "000000", CancellationToken.None));
        Assert.Equal("access.refused.wrong-code", wrong.Why.Text);
        await door.Get<Confirm>().RunAsync(seat, DemoUsers.Password, door.Code(), CancellationToken.None);

        var factor = await door.Get<Enrolment>().BeginAsync(seat, CancellationToken.None);
        var enrolled = await door.Get<Enrolment>().ConfirmAsync(factor.Ticket, Totp.CodeAt(factor.Key, door.Clock.GetUtcNow()), CancellationToken.None);
        Assert.Equal(seat.SessionId, enrolled.SessionId);
        Assert.Equal(1, await door.CountAsync(AccessEvent.Confirmed));
    }

    /// <summary>However it is typed: the paper says capitals and hyphens.</summary>
    private static async Task AssertOnceAsync(Door door, string ticket, string code)
    {
        var typed = code.ToLowerInvariant().Replace('-', ' ');
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => door.SignIn.RecoveryAsync(ticket, typed, CancellationToken.None)));

        Assert.Single(outcomes, outcome => outcome is SignInOutcome.In);
        Assert.Equal(1, await door.CountAsync(AccessEvent.RecoveryUsed));
    }
}
