using System.Net;
using System.Text.RegularExpressions;
using CoopReach.Demo;
using CoopReach.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopReach.Tests.Office;

public sealed partial class SecondFactorPageTests : IAsyncLifetime
{
    private const string Manager = "manager@twz.demo";

    private readonly KeptLog _log = Visitor.NewLog();
    private Service _service = default!;
    private Visitor _visitor = default!;

    public async Task InitializeAsync()
    {
        _service = await Service.StartAsync(services: services => services.AddSingleton<ILoggerProvider>(_log));
        _visitor = Visitor.Of(_service);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_wrong_code_and_a_used_code_are_refused_with_what_to_do()
    {
        await _visitor.KnockAsync(Manager);
        await _visitor.GoOnAsync();
        await _visitor.SendAsync("code", ("code", "000000"));
        Assert.Contains("Type the next one the app shows.", _visitor.Text, StringComparison.Ordinal);
        await _visitor.SendAsync("code", ("code", _visitor.Code()));
        Assert.Equal("/", _visitor.SentTo);

        using var second = Visitor.Of(_service);
        await second.KnockAsync(Manager);
        await second.GoOnAsync();
        await second.SendAsync("code", ("code", second.Code()));
        Assert.Contains("The code is wrong or was used already.", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_codes_say_when_it_opens_again()
    {
        await _visitor.KnockAsync(Manager);
        await _visitor.GoOnAsync();
        for (var guess = 0; guess < 5; guess++)
        {
            await _visitor.SendAsync("code", ("code", "000000"));
        }

        Assert.Contains("You can try again after 10:15 on 15/05, Kigali time.", _visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_that_is_over_leads_back_to_the_password()
    {
        await _visitor.OpenAsync("/sign-in/code");
        Assert.Equal("/sign-in?why=late", _visitor.SentTo);
        await _visitor.KnockAsync(Manager, back: "?back=%2Faccount");
        await _visitor.GoOnAsync();
        _service.Clock.Advance(TimeSpan.FromMinutes(5));
        await _visitor.SendAsync("code", ("code", _visitor.Code()));

        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in?why=late&back=%2Faccount"), (_visitor.Answer.StatusCode, _visitor.SentTo));
        Assert.Null(_visitor.Cookie("coopreach"));
    }

    [Fact]
    public async Task Who_has_no_phone_yet_scans_types_a_code_and_keeps_ten()
    {
        await ForgetFactorAsync(Manager);
        await _visitor.KnockAsync(Manager, back: "?back=%2Faccount");
        Assert.Equal("/sign-in/enrol?back=%2Faccount", _visitor.SentTo);
        await _visitor.GoOnAsync();
        var key = Key();
        Assert.Contains("<svg class=\"qr\"", _visitor.Page, StringComparison.Ordinal);
        await _visitor.OpenAsync(_visitor.Path);
        Assert.Equal(key, Key());

        await _visitor.SendAsync("enrol", ("code", "000000"));
        Assert.Contains("Type the next one the app shows.", _visitor.Text, StringComparison.Ordinal);
        Assert.Equal(key, Key());
        await _visitor.SendAsync("enrol", ("code", _visitor.Code(key)));
        var codes = Codes();
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Contains("no-store", _visitor.Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("href=\"/account\"", _visitor.Page, StringComparison.Ordinal);
        Assert.Contains("Mukeshimana Grace", await _visitor.OpenAsync("/account"), StringComparison.Ordinal);

        await RecoverAsync(codes[0].ToLowerInvariant().Replace('-', ' '), "/");
        await RecoverAsync(codes[0], null);
        Assert.All((string[])[key, .. codes], secret => Assert.DoesNotContain(secret, _log.All, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ticket_of_one_person_opens_nothing_for_another()
    {
        await ForgetFactorAsync("secretary@twz.demo");
        await _visitor.ComeInAsync(Manager);
        await RenewAsync();
        var ticket = _visitor.Cookie("coopreach-ticket", "/sign-in")!;
        Assert.Equal("/sign-in/enrol?back=%2Faccount%3Fdone%3Dfactor", _visitor.SentTo);

        using var other = Visitor.Of(_service);
        await other.KnockAsync("secretary@twz.demo");
        Assert.Equal("/", other.SentTo);
        other.Put("coopreach-ticket", ticket, "/sign-in");
        await other.OpenAsync("/sign-in/enrol");
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (other.Answer.StatusCode, other.SentTo));
        Assert.DoesNotContain("class=\"qr\"", other.Page, StringComparison.Ordinal);

        using var stranger = Visitor.Of(_service);
        stranger.Put("coopreach-ticket", ticket, "/sign-in");
        foreach (var page in (string[])["/sign-in/enrol", "/sign-in/code"])
        {
            await stranger.OpenAsync(page);
            Assert.Equal("/sign-in?why=late", stranger.SentTo);
        }
    }

    [Fact]
    public async Task A_new_phone_puts_the_old_one_and_other_sessions_out()
    {
        using var elsewhere = Visitor.Of(_service);
        await elsewhere.ComeInAsync(Manager);
        _service.Clock.Advance(TimeSpan.FromSeconds(60));
        await _visitor.ComeInAsync(Manager);
        await RenewAsync();
        await _visitor.GoOnAsync();
        var key = Key();
        await _visitor.SendAsync("enrol", ("code", _visitor.Code(key)));
        Assert.Equal(10, Codes().Count);

        Assert.Contains("The new phone shows your codes now.", await _visitor.OpenAsync("/account?done=factor"), StringComparison.Ordinal);
        await elsewhere.OpenAsync("/account");
        Assert.EndsWith("why=ended", elsewhere.SentTo, StringComparison.Ordinal);
    }

    /// <summary>Asks for a new phone from one's own account.</summary>
    private async Task RenewAsync()
    {
        _service.Clock.Advance(TimeSpan.FromSeconds(60));
        await _visitor.OpenAsync("/account");
        await _visitor.SendAsync("factor", ("present", "not the password"), ("code", _visitor.Code()));
        Assert.Contains("The password is wrong. Type it again.", _visitor.Text, StringComparison.Ordinal);
        await _visitor.SendAsync("factor", ("present", DemoUsers.Password), ("code", "000000"));
        Assert.Contains("The code is wrong or was used already.", _visitor.Text, StringComparison.Ordinal);
        await _visitor.SendAsync("factor", ("present", DemoUsers.Password), ("code", _visitor.Code()));
    }

    private async Task RecoverAsync(string code, string? opens)
    {
        using var visitor = Visitor.Of(_service);
        await visitor.KnockAsync(Manager);
        await visitor.OpenAsync("/sign-in/code?with=recovery");
        await visitor.SendAsync("code", ("code", code));
        Assert.Equal(opens, visitor.SentTo);
        Assert.Equal(opens is null, visitor.Text.Contains("This recovery code is wrong or was used already.", StringComparison.Ordinal));
    }

    private Task ForgetFactorAsync(string login) => _service.Database.ExecuteAsync("update users set totp_key = null where login = $1", login);

    private string Key() => string.Concat(Groups().Match(_visitor.Page).Groups[1].Captures.Select(group => group.Value));

    private List<string> Codes() => [.. Recovery().Matches(_visitor.Page).Select(match => match.Value)];

    [GeneratedRegex("class=\"key\">(?:<code>([A-Z2-7]{4})</code>\\s*)+")]
    private static partial Regex Groups();

    [GeneratedRegex("[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}")]
    private static partial Regex Recovery();
}
