using System.Net;
using CoopReach.Access;
using CoopReach.Engine;
using CoopReach.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopReach.Tests.Office;

public sealed class JoinPageTests : IAsyncLifetime
{
    private const string Good = "ibiti bine mu murima";

    private readonly KeptLog _log = Visitor.NewLog();
    private Service _service = default!;
    private Visitor _visitor = default!;

    public async Task InitializeAsync()
    {
        _service = await Service.StartAsync(services: services => services.AddSingleton<ILoggerProvider>(_log)
            // The log of the product leaves these lines out, because addresses hold secrets; what listens here is asked to as well.
            .AddLogging(logs => logs.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning)));
        _visitor = Visitor.Of(_service);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_link_says_who_invites_to_what_and_lets_in_with_a_password_of_ones_own()
    {
        var secret = await InviteAsync(Role.Secretary);
        await _visitor.OpenAsync($"/join/{secret}");
        Assert.Contains("Welcome, Mugisha <Alex>", _visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<Alex>", _visitor.Page, StringComparison.Ordinal);
        Assert.Contains("Mukeshimana Grace invites you to the office of", _visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Your post: Secretary.", _visitor.Text, StringComparison.Ordinal);
        Assert.Contains("12 characters or more", _visitor.Text, StringComparison.Ordinal);

        await _visitor.SendAsync("join", ("password", Good), ("again", Good));
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (_visitor.Answer.StatusCode, _visitor.SentTo));
        Assert.Contains("Mugisha", await _visitor.OpenAsync("/account"), StringComparison.Ordinal);
        Assert.All((string[])[secret, Good], one => Assert.DoesNotContain(one, _log.All, StringComparison.Ordinal));

        await _visitor.OpenAsync($"/join/{secret}");
        Assert.Equal("/join?why=over", _visitor.SentTo);
        await _visitor.GoOnAsync();
        Assert.Contains("Cette invitation a déjà servi, est trop ancienne ou a été retirée.", _visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_printed_code_is_typed_and_a_post_that_needs_it_goes_on_to_the_phone()
    {
        var code = await InviteAsync(Role.Accountant, printed: true);
        await _visitor.OpenAsync("/join");
        await _visitor.SendAsync("find", ("code", "ACDE FGHJ KMNP"));
        Assert.Contains("This code opens no invitation.", _visitor.Text, StringComparison.Ordinal);
        await _visitor.SendAsync("find", ("code", code.ToLowerInvariant().Replace('-', ' ')));
        await _visitor.GoOnAsync();
        await _visitor.SendAsync("join", ("password", Good), ("again", Good));
        Assert.Equal("/sign-in/enrol", _visitor.SentTo);

        await _visitor.GoOnAsync();
        Assert.Contains("class=\"qr\"", _visitor.Page, StringComparison.Ordinal);
        Assert.Null(_visitor.Cookie("coopreach"));
    }

    [Theory]
    [InlineData("short", "short", "12 characters or more. Four words")]
    [InlineData("new.clerk@twz.demo", "new.clerk@twz.demo", "This password is your name, your login or your cooperative.")]
    [InlineData("passwordpassword", "passwordpassword", "Many people use this password")]
    [InlineData("123456123456", "123456123456", "Choose another one.")]
    [InlineData(Good, "ibiti bine mu murimo", "The two passwords are not the same.")]
    public async Task A_password_that_will_not_do_says_why_and_uses_up_nothing(string password, string again, string said)
    {
        await _visitor.OpenAsync($"/join/{await InviteAsync(Role.Secretary)}");
        await _visitor.SendAsync("join", ("password", password), ("again", again));
        Assert.Contains(said, _visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{again}\" aria", _visitor.Page, StringComparison.Ordinal);

        await _visitor.SendAsync("join", ("password", Good), ("again", Good));
        Assert.Equal("/", _visitor.SentTo);
    }

    [Fact]
    public async Task An_invitation_that_ran_out_while_somebody_typed_leads_back()
    {
        await _visitor.OpenAsync($"/join/{await InviteAsync(Role.Secretary)}");
        _service.Clock.Advance(TimeSpan.FromHours(72));
        await _visitor.SendAsync("join", ("password", Good), ("again", Good));

        Assert.Equal((HttpStatusCode.SeeOther, "/join?why=over"), (_visitor.Answer.StatusCode, _visitor.SentTo));
    }

    [Fact]
    public async Task Somebody_who_tries_many_codes_has_to_wait()
    {
        var code = await InviteAsync(Role.Secretary);
        var address = await AddressAsync();
        for (var guess = 1; guess < new AccessSettings().TriesPerAddress; guess++)
        {
            await _service.Services.GetRequiredService<Join>().FindAsync("ACDE-FGHJ-KMNP", address, CancellationToken.None);
        }

        await _visitor.OpenAsync($"/join/{code}");
        Assert.Equal("/join?why=busy", _visitor.SentTo);
        await _visitor.OpenAsync("/join");
        await _visitor.SendAsync("find", ("code", code));
        Assert.Contains("Too many wrong tries.", _visitor.Text, StringComparison.Ordinal);
    }

    /// <summary>Ours, as the product sees it; asking for it is a first try.</summary>
    private async Task<string> AddressAsync()
    {
        using var visitor = Visitor.Of(_service);
        await _service.Database.ExecuteAsync("update users set totp_key = null where login = 'secretary@twz.demo'");
        await visitor.KnockAsync("secretary@twz.demo");
        return (await _service.Database.ReadAsync(db => db.FirstAsync("select address from user_sessions", row => row.Text(0))))!;
    }

    private async Task<string> InviteAsync(Role role, bool printed = false)
    {
        var id = await _service.Database.NumberAsync("select id from users where login = 'manager@twz.demo'");
        var seat = new Seat(id, "manager@twz.demo", "Mukeshimana Grace", Role.Manager, 2, null, "", Language.English);
        var invited = await _service.Services.GetRequiredService<Invite>().RunAsync(
            seat, new Invitee("new.clerk@twz.demo", "Mugisha <Alex>", role, 2, null, Language.French, printed), CancellationToken.None);

        return invited.Secret;
    }
}
