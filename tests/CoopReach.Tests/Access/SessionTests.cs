using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Demo;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Access;

public sealed class SessionTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_session_nobody_uses_for_twenty_minutes_is_over(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);
        var seat = await door.SitAsync("secretary@twz.demo");

        door.Clock.Advance(TimeSpan.FromMinutes(19));
        await door.Sessions.TouchAsync(seat.SessionId, CancellationToken.None);
        door.Clock.Advance(TimeSpan.FromMinutes(19));
        Assert.NotNull(await CheckAsync(door, seat));
        door.Clock.Advance(TimeSpan.FromMinutes(1));

        await AssertEndedAsync(door, seat, UserSession.Idle);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_session_is_over_after_twelve_hours_however_it_is_used(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);
        var seat = await door.SitAsync("secretary@twz.demo");
        for (var quarter = 0; quarter < 48; quarter++)
        {
            Assert.NotNull(await CheckAsync(door, seat));
            await door.Sessions.TouchAsync(seat.SessionId, CancellationToken.None);
            door.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        await AssertEndedAsync(door, seat, UserSession.TooOld);
    }

    [Fact]
    public async Task Being_seen_is_written_at_most_once_in_half_a_minute()
    {
        await using var door = await Door.OpenAsync();
        var seat = await door.SitAsync("secretary@twz.demo");

        door.Clock.Advance(TimeSpan.FromSeconds(29));
        await door.Sessions.TouchAsync(seat.SessionId, CancellationToken.None);
        Assert.Equal(TestClock.Morning, (await door.Sessions.ListAsync(seat.UserId, CancellationToken.None))[0].SeenAt);
        door.Clock.Advance(TimeSpan.FromSeconds(1));
        await door.Sessions.TouchAsync(seat.SessionId, CancellationToken.None);
        Assert.Equal(door.Clock.GetUtcNow(), (await door.Sessions.ListAsync(seat.UserId, CancellationToken.None))[0].SeenAt);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Who_is_suspended_disabled_or_leaves_a_post_is_out_at_once(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);
        var manager = await door.SitAsync("manager@twz.demo");
        var (suspended, ended, disabled) = (await door.SitAsync("secretary@twz.demo"), await door.SitAsync("accountant@twz.demo"), await door.SitAsync("supervisor@twz.demo"));
        var told = new List<string>();
        door.Sessions.Ended += told.Add;

        await door.Get<SuspendPost>().RunAsync(manager, suspended.UserId, CancellationToken.None);
        await door.Get<EndPost>().RunAsync(manager, ended.UserId, CancellationToken.None);
        await door.Get<DisableUser>().RunAsync(manager, disabled.UserId, CancellationToken.None);

        Assert.Equal([suspended.SessionId, ended.SessionId, disabled.SessionId], told);
        Assert.Equal(UserSession.Suspended, await door.WhyEndedAsync(suspended.SessionId));
        Assert.Equal(UserSession.Disabled, await door.WhyEndedAsync(disabled.SessionId));
        foreach (var seat in (Seat[])[suspended, ended, disabled])
        {
            Assert.Null(await CheckAsync(door, seat));
            Assert.IsType<SignInOutcome.Wrong>(await door.TryAsync(seat.Login, DemoUsers.Password));
        }

        await door.Get<SuspendPost>().ResumeAsync(manager, suspended.UserId, CancellationToken.None);
        Assert.IsType<SignInOutcome.NeedsCode>(await door.TryAsync(suspended.Login, DemoUsers.Password));
    }

    /// <summary>Written past the use cases, so by another node or by hand.</summary>
    [Theory]
    [InlineData("update users set disabled_at = created_at", UserSession.Disabled)]
    [InlineData("update posts set suspended_at = since", UserSession.Suspended)]
    [InlineData("update posts set ended_at = since", UserSession.Suspended)]
    public async Task A_session_is_looked_at_against_the_rows_of_now(string sql, string because)
    {
        await using var door = await Door.OpenAsync();
        var seat = await door.SitAsync("secretary@twz.demo");
        await door.Database.ExecuteAsync(sql);

        await AssertEndedAsync(door, seat, because);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions()
    {
        await using var door = await Door.OpenAsync();
        var (here, there) = (await door.SitAsync("secretary@twz.demo"), await door.SitAsync("secretary@twz.demo"));
        var change = door.Get<ChangePassword>();

        var wrong = await Assert.ThrowsAsync<RefusedException>(() => change.RunAsync(here, "not my password", "four words in a row", CancellationToken.None));
        Assert.Equal("access.refused.wrong-password", wrong.Why.Text);
        var bad = await Assert.ThrowsAsync<RefusedException>(() => change.RunAsync(here, DemoUsers.Password, "Uwera Solange 1!", CancellationToken.None));
        Assert.Equal("access.refused.password-own", bad.Why.Text);
        await change.RunAsync(here, DemoUsers.Password, "four words in a row", CancellationToken.None);

        Assert.NotNull(await CheckAsync(door, here));
        await AssertEndedAsync(door, there, UserSession.PasswordChanged);
        Assert.IsType<SignInOutcome.Wrong>(await door.TryAsync(here.Login, DemoUsers.Password));
        Assert.IsType<SignInOutcome.NeedsCode>(await door.TryAsync(here.Login, "four words in a row"));
    }

    [Fact]
    public async Task A_user_ends_sessions_of_their_own_and_no_others()
    {
        await using var door = await Door.OpenAsync();
        var (here, there, others) = (await door.SitAsync("secretary@twz.demo"), await door.SitAsync("secretary@twz.demo"), await door.SitAsync("accountant@twz.demo"));

        await door.Sessions.EndOwnAsync(here, there.SessionId, CancellationToken.None);
        await door.Sessions.EndOwnAsync(here, others.SessionId, CancellationToken.None);
        await AssertEndedAsync(door, there, UserSession.EndedByUser);
        Assert.NotNull(await CheckAsync(door, others));

        await door.Sessions.SignOutAsync(here, CancellationToken.None);
        await AssertEndedAsync(door, here, UserSession.SignedOut);
        Assert.Null(await door.Sessions.CheckAsync("no such session", CancellationToken.None));
    }

    private static Task<Seat?> CheckAsync(Door door, Seat seat) => door.Sessions.CheckAsync(seat.SessionId, CancellationToken.None);

    private static async Task AssertEndedAsync(Door door, Seat seat, string because)
    {
        Assert.Null(await CheckAsync(door, seat));
        Assert.Equal(because, await door.WhyEndedAsync(seat.SessionId));
    }
}
