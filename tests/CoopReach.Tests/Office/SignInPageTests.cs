using System.Net;
using CoopReach.Demo;
using CoopReach.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopReach.Tests.Office;

public sealed class SignInPageTests : IAsyncLifetime
{
    private const string Manager = "manager@twz.demo";
    private const string Wrong = "The e-mail address and the password do not go together.";

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
    public async Task Password_and_code_lead_to_the_page_that_was_asked_for()
    {
        await _visitor.OpenAsync("/account");
        Assert.EndsWith("/sign-in?back=%2Faccount", _visitor.SentTo, StringComparison.Ordinal);

        await _visitor.KnockAsync(" Manager@TWZ.demo ", back: "?back=%2Faccount");
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in/code?back=%2Faccount"), (_visitor.Answer.StatusCode, _visitor.SentTo));
        Assert.Contains(_visitor.Set, cookie => cookie.StartsWith("coopreach-ticket=", StringComparison.Ordinal)
            && ((string[])["path=/sign-in", "samesite=strict", "httponly", "max-age=900"]).All(rule => cookie.Contains(rule, StringComparison.Ordinal)));

        await _visitor.GoOnAsync();
        Assert.Contains($"for CoopReach, {Manager}.", _visitor.Text, StringComparison.Ordinal);
        await _visitor.SendAsync("code", ("code", _visitor.Code()));
        Assert.Equal((HttpStatusCode.SeeOther, "/account"), (_visitor.Answer.StatusCode, _visitor.SentTo));
        Assert.Null(_visitor.Cookie("coopreach-ticket", "/sign-in"));

        await _visitor.GoOnAsync();
        Assert.Contains("Mukeshimana Grace", _visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Firefox, Linux", _visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData("/sign-in?back=/")]
    public async Task A_way_back_that_is_no_page_of_ours_leads_home(string back)
    {
        await _visitor.KnockAsync(Manager, back: $"?back={Uri.EscapeDataString(back)}");
        await _visitor.GoOnAsync();
        await _visitor.SendAsync("code", ("code", _visitor.Code()));

        Assert.Equal("/", _visitor.SentTo);
    }

    [Fact]
    public async Task A_wrong_password_and_a_login_nobody_has_hear_the_same_and_the_login_stays()
    {
        foreach (var login in (string[])[Manager, "nobody@twz.demo"])
        {
            await _visitor.KnockAsync(login, "not the password");

            Assert.Contains(Wrong, _visitor.Text, StringComparison.Ordinal);
            Assert.Matches($"name=\"login\" type=\"text\"[^>]* value=\"{login}\"", _visitor.Page);
            Assert.DoesNotContain("not the password", _visitor.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_fifth_wrong_password_says_when_it_opens_again()
    {
        for (var guess = 0; guess < 5; guess++)
        {
            await _visitor.KnockAsync(Manager, "not the password");
        }

        Assert.Contains("You can try again after 10:15 on 15/05, Kigali time.", _visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("idle", "was not used for a while")]
    [InlineData("old", "for a long time")]
    [InlineData("ended", "Your session was ended")]
    [InlineData("out", "You are signed out")]
    [InlineData("late", "This took too long")]
    public async Task Why_the_last_session_is_over_is_said_in_our_words(string why, string said)
    {
        Assert.Contains(said, await _visitor.OpenAsync($"/sign-in?why={why}"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"note", await _visitor.OpenAsync("/sign-in?why=the+bank+called"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, "idle")]
    [InlineData(12 * 60, "old")]
    public async Task A_session_that_is_over_leads_to_the_door_with_its_reason(int minutes, string why)
    {
        await _visitor.ComeInAsync(Manager);
        if (why == "old")
        {
            await _service.Database.ExecuteAsync("update user_sessions set started_at = $1", _service.Clock.GetUtcNow().AddHours(-13));
        }
        else
        {
            _service.Clock.Advance(TimeSpan.FromMinutes(minutes));
        }

        // What a page sends by itself takes nothing of the reason away.
        await _visitor.PostAsync("/seen");
        await _visitor.OpenAsync("/account");
        Assert.EndsWith($"/sign-in?back=%2Faccount&why={why}", _visitor.SentTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_comes_back_as_text_and_never_as_markup()
    {
        const string Markup = "\"><script>alert(1)</script>@twz.demo";
        await _visitor.KnockAsync(Markup, Markup);
        Assert.Contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;@twz.demo", _visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", _visitor.Page, StringComparison.Ordinal);

        await _visitor.OpenAsync($"/sign-in?why={Uri.EscapeDataString(Markup)}&back={Uri.EscapeDataString(Markup)}");
        Assert.DoesNotContain("<script>alert", _visitor.Page, StringComparison.Ordinal);
        await _visitor.OpenAsync("/join");
        await _visitor.SendAsync("find", ("code", Markup));
        Assert.DoesNotContain("<script>alert", _visitor.Page, StringComparison.Ordinal);
        Assert.Contains("This code opens no invitation", _visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", _log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_not_from_our_page_is_refused()
    {
        await _visitor.OpenAsync("/sign-in");
        await _visitor.ForgeAsync("sign-in", ("login", Manager), ("password", DemoUsers.Password));
        Assert.Equal(HttpStatusCode.BadRequest, _visitor.Answer.StatusCode);

        await _visitor.ComeInAsync(Manager);
        await _visitor.PostAsync("/sign-out");
        Assert.Equal(HttpStatusCode.BadRequest, _visitor.Answer.StatusCode);
        await _visitor.OpenAsync("/account");
        foreach (var form in (string[])["end", "password", "factor"])
        {
            await _visitor.OpenAsync("/account");
            await _visitor.ForgeAsync(form, ("session", "1"), ("old", "1"), ("present", "1"));
            Assert.Equal(HttpStatusCode.BadRequest, _visitor.Answer.StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_signs_out_is_out()
    {
        await _visitor.ComeInAsync(Manager);
        await _visitor.OpenAsync("/account");
        var cookie = _visitor.Cookie("coopreach")!;
        await _visitor.SignOutAsync();
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in?why=out"), (_visitor.Answer.StatusCode, _visitor.SentTo));
        Assert.Null(_visitor.Cookie("coopreach"));

        _visitor.Put("coopreach", cookie, "/");
        await _visitor.OpenAsync("/account");
        Assert.EndsWith("/sign-in?back=%2Faccount", _visitor.SentTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_of_who_signs_in_is_taken_where_none_was_chosen()
    {
        await _visitor.ComeInAsync("accountant@twz.demo");
        Assert.Equal("fr", _visitor.Cookie("language"));

        using var other = Visitor.Of(_service);
        await other.OpenAsync("/language/en");
        await other.ComeInAsync("legal@rca.demo");
        Assert.Equal("en", other.Cookie("language"));
        await other.OpenAsync("/language/fr");
        _service.Clock.Advance(TimeSpan.FromSeconds(60));
        await other.ComeInAsync("legal@rca.demo");
        Assert.Equal("fr", other.Cookie("language"));
    }

    [Fact]
    public async Task No_password_or_code_is_in_an_answer_or_a_log()
    {
        await _visitor.KnockAsync(Manager, "typed by mistake");
        await _visitor.KnockAsync(Manager);
        await _visitor.GoOnAsync();
        await _visitor.SendAsync("code", ("code", "493 817"));
        Assert.DoesNotContain("493 817", _visitor.Page, StringComparison.Ordinal);
        await _visitor.SendAsync("code", ("code", _visitor.Code()));

        Assert.NotEmpty(_log.All);
        Assert.All((string[])["typed by mistake", DemoUsers.Password, "493 817", "493817", _visitor.Code()], secret => Assert.DoesNotContain(secret, _log.All, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_told_of_the_demo_where_there_is_none()
    {
        Assert.Contains(DemoUsers.Password, await _visitor.OpenAsync("/sign-in"), StringComparison.Ordinal);
        await using var live = await Service.StartAsync(settings: new Dictionary<string, string>
        {
            ["environment"] = "Production", ["PublicUrl"] = "http://localhost", ["Channels:AfricasTalking:HookKey"] = "a long word nobody guesses",
        });
        using var visitor = Visitor.Of(live);

        Assert.DoesNotContain("demo", await visitor.OpenAsync("/sign-in"), StringComparison.OrdinalIgnoreCase);
        await visitor.KnockAsync(Manager);
        await visitor.GoOnAsync();
        Assert.DoesNotContain(visitor.Code(), visitor.Page, StringComparison.Ordinal);
    }
}
