using CoopReach.Access;
using CoopReach.Demo;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Access;

public sealed class SignInTests
{
    private const string Manager = "manager@twz.demo";
    private const string Nobody = "nobody@twz.demo";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Password_and_code_open_a_session_with_the_post_of_today(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);

        var ticket = await door.TicketAsync(" Manager@TWZ.demo ");
        var entered = Assert.IsType<SignInOutcome.In>(await door.SignIn.CodeAsync(ticket, door.Code(), CancellationToken.None));
        var seat = await door.Sessions.CheckAsync(entered.SessionId, CancellationToken.None);

        Assert.Equal((Manager, Role.Manager, 2L), (seat!.Login, seat.Role, seat.CooperativeId!.Value));
        Assert.Equal($"staff:{Manager}", seat.Staff!.Actor);
        Assert.True(await door.Sessions.IsConfirmedAsync(seat, CancellationToken.None));
        Assert.Equal(0, await door.Database.NumberAsync("select count(*) from sign_in_tries"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_twenty_guesses_at_once_five_are_looked_at(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(guess => door.TryAsync(Manager, $"guess number {guess}")));

        Assert.Equal(5, door.Hasher.Looked);
        Assert.Equal(4, outcomes.Count(outcome => outcome is SignInOutcome.Wrong));
        Assert.Equal(16, outcomes.Count(outcome => outcome is SignInOutcome.Locked));
        Assert.Equal((5, 1), (await door.CountAsync(AccessEvent.WrongPassword), await door.CountAsync(AccessEvent.Locked)));
        Assert.IsType<SignInOutcome.Locked>(await door.TryAsync(Manager, DemoUsers.Password));
    }

    [Theory]
    [InlineData(Manager)]
    [InlineData(Nobody)]
    public async Task Each_lock_is_twice_as_long_up_to_a_day(string login)
    {
        await using var door = await Door.OpenAsync();
        foreach (var minutes in (int[])[15, 30, 60, 120, 240, 480, 960, 1440, 1440])
        {
            for (var guess = 1; guess < 5; guess++)
            {
                Assert.IsType<SignInOutcome.Wrong>(await door.TryAsync(login, "wrong", $"192.0.2.{minutes % 250}"));
            }

            var locked = Assert.IsType<SignInOutcome.Locked>(await door.TryAsync(login, "wrong"));
            Assert.Equal(door.Clock.GetUtcNow().AddMinutes(minutes), locked.Until);
            door.Clock.Advance(TimeSpan.FromMinutes(minutes));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_login_nobody_has_or_that_is_disabled_takes_the_same_work_and_hears_the_same(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);
        await door.Database.ExecuteAsync("update users set disabled_at = $1 where login = 'legal@rca.demo'", door.Clock.GetUtcNow());
        var heard = new List<string>();
        foreach (var (login, password) in ((string, string)[])[(Manager, "wrong"), (Nobody, "wrong"), ("legal@rca.demo", DemoUsers.Password)])
        {
            var before = door.Hasher.Looked;
            var outcomes = new List<SignInOutcome>();
            for (var guess = 0; guess < 7; guess++)
            {
                outcomes.Add(await door.TryAsync(login, password));
            }

            heard.Add($"{string.Join(", ", outcomes)}; looked {door.Hasher.Looked - before} times");
        }

        Assert.Single(heard.Distinct());
        Assert.Equal(0, await door.Database.NumberAsync("select count(*) from access_events where detail like '%nobody%' or subject like '%nobody%'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_code_is_good_once_and_not_after_a_later_one(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);
        var ticket = await door.TicketAsync(Manager);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => door.SignIn.CodeAsync(ticket, door.Code(), CancellationToken.None)));
        Assert.Single(outcomes, outcome => outcome is SignInOutcome.In);

        Assert.IsType<SignInOutcome.Wrong>(await door.SignIn.CodeAsync(ticket, door.Code(TimeSpan.FromSeconds(-30)), CancellationToken.None));
        Assert.IsType<SignInOutcome.In>(await door.SignIn.CodeAsync(ticket, door.Code(TimeSpan.FromSeconds(30)), CancellationToken.None));
    }

    [Fact]
    public async Task Wrong_codes_lock_even_when_the_password_is_typed_between()
    {
        await using var door = await Door.OpenAsync();
        for (var guess = 1; guess < 5; guess++)
        {
            Assert.IsType<SignInOutcome.Wrong>(await door.SignIn.CodeAsync(await door.TicketAsync(Manager), "000000", CancellationToken.None));
        }

        Assert.IsType<SignInOutcome.Locked>(await door.SignIn.CodeAsync(await door.TicketAsync(Manager), "000000", CancellationToken.None));
        Assert.IsType<SignInOutcome.Locked>(await door.TryAsync(Manager, DemoUsers.Password));
        Assert.Equal((5, 1), (await door.CountAsync(AccessEvent.WrongCode), await door.CountAsync(AccessEvent.Locked)));
    }

    [Fact]
    public async Task A_ticket_is_over_after_five_minutes_and_cannot_be_made_up()
    {
        await using var door = await Door.OpenAsync();
        var ticket = await door.TicketAsync(Manager);
        door.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.IsType<SignInOutcome.Expired>(await door.SignIn.CodeAsync(ticket, door.Code(), CancellationToken.None));
        Assert.IsType<SignInOutcome.Expired>(await door.SignIn.CodeAsync("made up", door.Code(), CancellationToken.None));
    }

    [Fact]
    public async Task One_address_cannot_go_through_all_logins()
    {
        await using var door = await Door.OpenAsync();
        var most = new AccessSettings().TriesPerAddress;
        for (var login = 0; login < most; login++)
        {
            Assert.IsType<SignInOutcome.Wrong>(await door.TryAsync($"login-{login}@twz.demo", "wrong"));
        }

        Assert.IsType<SignInOutcome.Locked>(await door.TryAsync(Manager, DemoUsers.Password));
        Assert.IsType<SignInOutcome.NeedsCode>(await door.TryAsync(Manager, DemoUsers.Password, "192.0.2.8"));
    }
}
