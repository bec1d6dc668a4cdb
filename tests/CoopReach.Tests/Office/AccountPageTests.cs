using System.Net;
using CoopReach.Demo;

namespace CoopReach.Tests.Office;

public sealed class AccountPageTests : IAsyncLifetime
{
    private const string Manager = "manager@twz.demo";
    private const string Good = "ibiti bine mu murima";

    private Service _service = default!;
    private Visitor _visitor = default!;
    private Visitor _elsewhere = default!;

    public async Task InitializeAsync()
    {
        _service = await Service.StartAsync();
        (_visitor, _elsewhere) = (Visitor.Of(_service), Visitor.Of(_service));
        await _elsewhere.ComeInAsync(Manager);
        _service.Clock.Advance(TimeSpan.FromSeconds(60));
        await _visitor.ComeInAsync(Manager);
        await _visitor.OpenAsync("/account");
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        _elsewhere.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public void It_says_who_one_is_and_where_one_is_signed_in()
    {
        Assert.All(
            (string[])["Mukeshimana Grace", "Manager, ", Manager, "Language: English", "Since 15/05 at 10:00", "Since 15/05 at 10:01", "This one"],
            said => Assert.Contains(said, _visitor.Text, StringComparison.Ordinal));
        Assert.Equal(2, _visitor.Page.Split("Firefox, Linux</p>").Length - 1);
    }

    [Fact]
    public async Task Another_session_is_ended_and_ones_own_goes_on()
    {
        await _visitor.SendAsync("end", ("session", await OtherAsync()));
        Assert.Equal((HttpStatusCode.SeeOther, "/account?done=end"), (_visitor.Answer.StatusCode, _visitor.SentTo));
        Assert.Contains("It is ended.", await _visitor.GoOnAsync(), StringComparison.Ordinal);
        await AssertOutElsewhereAsync();
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        using var other = Visitor.Of(_service);
        await other.ComeInAsync("legal@rca.demo");
        await other.OpenAsync("/account");
        await other.SendAsync("end", ("session", await OtherAsync()));

        Assert.Contains("Mukeshimana Grace", await _elsewhere.OpenAsync("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_asks_for_the_old_one_and_puts_other_sessions_out()
    {
        await _visitor.SendAsync("password", ("old", "not the password"), ("wanted", Good), ("again", Good));
        Assert.Contains("The password is wrong. Type it again.", _visitor.Text, StringComparison.Ordinal);
        await _visitor.SendAsync("password", ("old", DemoUsers.Password), ("wanted", "short"), ("again", "short"));
        Assert.Contains("Choose a longer password", _visitor.Text, StringComparison.Ordinal);
        await _visitor.SendAsync("password", ("old", DemoUsers.Password), ("wanted", Good), ("again", "another"));
        Assert.Contains("The two passwords are not the same.", _visitor.Text, StringComparison.Ordinal);
        Assert.All((string[])["not the password", Good], secret => Assert.DoesNotContain(secret, _visitor.Page, StringComparison.Ordinal));

        await _visitor.SendAsync("password", ("old", DemoUsers.Password), ("wanted", Good), ("again", Good));
        Assert.Contains("The password is changed.", await _visitor.GoOnAsync(), StringComparison.Ordinal);
        await AssertOutElsewhereAsync();
        await _elsewhere.KnockAsync(Manager, Good);
        Assert.Equal("/sign-in/code", _elsewhere.SentTo);
    }

    private async Task AssertOutElsewhereAsync()
    {
        await _elsewhere.OpenAsync("/account");
        Assert.EndsWith("why=ended", _elsewhere.SentTo, StringComparison.Ordinal);
    }

    private async Task<string> OtherAsync() =>
        (await _service.Database.ReadAsync(db => db.FirstAsync("select id from user_sessions where user_id = (select id from users where login = $1) order by started_at", row => row.Text(0), Manager)))!;
}
