using CoopReach.Browser.Site;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Talk;

/// <summary>What each does with announcements and messages, by hand: the secretary writes, another person approves.</summary>
public sealed class TalkActs : IClassFixture<OfficeSite>
{
    private const string Script = "<script>document.title='X'</script>";

    private readonly OfficeSite _site;
    private readonly Announcing _talk;

    public TalkActs(OfficeSite site) => (_site, _talk) = (site, new Announcing(site));

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task The_secretary_writes_and_submits_and_the_manager_approves(int width)
    {
        _talk.AskForTwo();
        await using var writer = await _site.OpenAsync(Announcing.Secretary, width);
        await writer.GoAsync("/broadcasts");
        await writer.Page.GetByRole(AriaRole.Link, new() { Name = "New announcement" }).ClickAsync();
        await Expect(writer.Page.GetByText("With a phone")).ToBeVisibleAsync();
        await writer.Page.GetByLabel("Title (only the office sees it)").FillAsync($"Assembly {width}");
        await PressAsync(writer, "Continue: text");

        await writer.Page.GetByLabel("Kinyarwanda").FillAsync("Inama rusange ku wa 6 saa 3:00.");
        await writer.Page.GetByLabel("Français").FillAsync("Apportez le dernier reçu.");
        await Expect(writer.Page.Locator("mark.bad")).ToHaveTextAsync("ç");
        await PressAsync(writer, "Write c instead");
        await Expect(writer.Page.GetByLabel("Français")).ToHaveValueAsync("Apportez le dernier recu.");
        await Expect(writer.Page.GetByText("Over 20 Frw a second person must approve.")).ToBeVisibleAsync();
        await PressAsync(writer, "Continue: when");
        await PressAsync(writer, "Continue: check");
        await PressAsync(writer, "Freeze it");
        await Expect(writer.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Frozen: ") })).ToBeVisibleAsync();
        await writer.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Submit to ") }).ClickAsync();
        await Expect(writer.Page.Locator(".head .chip")).ToHaveTextAsync("Waits for approval");

        var path = new Uri(writer.Page.Url).AbsolutePath;
        var price = await _talk.NumberAsync("select price from broadcasts where id = $1", IdOf(path));
        await using var manager = await _site.OpenAsync(Announcing.Manager, width);
        await using var stale = await _site.OpenAsync(Announcing.Manager, width);
        foreach (var visit in (OfficeVisit[])[manager, stale])
        {
            await visit.GoAsync(path);
            await Expect(Approve(visit)).ToBeDisabledAsync();
            await visit.Page.GetByLabel("Type the amount you approve").FillAsync($"{price} Frw");
            await Expect(Approve(visit)).ToBeEnabledAsync();
        }

        await Approve(manager).ClickAsync();
        await Expect(manager.Page.Locator(".head .chip")).Not.ToHaveTextAsync("Waits for approval");
        await Approve(stale).ClickAsync();
        await Expect(stale.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Equal(1, await _talk.NumberAsync("select count(*) from audit_log where action = 'broadcast.approve' and subject = $1", $"broadcast:{IdOf(path)}"));
        Assert.Empty(writer.Complaints.Concat(manager.Complaints).Concat(stale.Complaints));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Two_who_write_the_same_announcement_see_both_texts_and_choose(int width)
    {
        var path = $"/broadcasts/{await _talk.DraftAsync()}?step=text";
        await using var first = await _site.OpenAsync(Announcing.Secretary, width);
        await using var second = await _site.OpenAsync(Announcing.Secretary, width);
        await first.GoAsync(path);
        await second.GoAsync(path);
        await first.Page.GetByLabel("Kinyarwanda").FillAsync("Inama ku wa mbere.");
        await PressAsync(first, "Continue: when");
        await Expect(first.Page.GetByText("When does it leave?")).ToBeVisibleAsync();

        await second.Page.GetByLabel("Kinyarwanda").FillAsync("Inama ku wa kabiri.");
        await PressAsync(second, "Continue: when");
        await Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Inama ku wa mbere.");
        await Expect(second.Page.GetByLabel("Kinyarwanda")).ToHaveValueAsync("Inama ku wa kabiri.");
        await second.ShootAsync($"broadcast-meanwhile-{width}");
        await second.FitsAsync();
        await second.AxeFindsNothingAsync();
        if (width == 360)
        {
            await PressAsync(second, "Go on with theirs");
            await Expect(second.Page.GetByLabel("Kinyarwanda")).ToHaveValueAsync("Inama ku wa mbere.");
            return;
        }

        await PressAsync(second, "Write mine over it");
        await Expect(second.Page.GetByText("When does it leave?")).ToBeVisibleAsync();
        Assert.Equal(1, await _talk.NumberAsync("select count(*) from broadcasts where id = $1 and text_rw = 'Inama ku wa kabiri.'", IdOf(new Uri(second.Page.Url).AbsolutePath)));
    }

    [Fact]
    public async Task Who_is_sent_back_is_told_why()
    {
        var path = $"/broadcasts/{await _talk.WaitingAsync()}";
        await using var manager = await _site.OpenAsync(Announcing.Manager, 360);
        await manager.GoAsync(path);
        await manager.Page.GetByText("Or send it back").ClickAsync();
        await manager.Page.GetByLabel("Why? Whoever wrote it reads this.").FillAsync("The hour is wrong.");
        await manager.ShootAsync("broadcast-send-back-360");
        await PressAsync(manager, "Send back");
        await Expect(manager.Page.Locator(".head .chip")).ToHaveTextAsync("Draft");

        await using var writer = await _site.OpenAsync(Announcing.Secretary, 360);
        await writer.GoAsync("/");
        await writer.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Read why and change it") }).First.ClickAsync();
        await Expect(writer.Page.GetByText("It was sent back to be changed: The hour is wrong. (Mukeshimana Grace)")).ToBeVisibleAsync();
        await writer.ShootAsync("broadcast-sent-back-360");
        await writer.AxeFindsNothingAsync();
    }

    [Fact]
    public async Task What_is_typed_survives_a_reload_in_the_middle_of_a_word()
    {
        var path = $"/broadcasts/{await _talk.DraftAsync()}?step=text";
        await using var visit = await _site.OpenAsync(Announcing.Secretary);
        await visit.GoAsync(path);
        await visit.Page.GetByLabel("Kinyarwanda").FillAsync("Inteko rus");
        await Expect(visit.Page.GetByText("Draft saved")).ToBeVisibleAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.GetByLabel("Kinyarwanda")).ToHaveValueAsync("Inteko rus");
    }

    [Fact]
    public async Task A_time_when_people_rest_is_refused_and_stays_as_it_was_typed()
    {
        await using var visit = await _site.OpenAsync(Announcing.Secretary);
        await visit.GoAsync($"/broadcasts/{await _talk.DraftAsync()}?step=when");
        await visit.Page.GetByText("At a time").ClickAsync();
        await visit.Page.GetByLabel("Day").FillAsync("2070-01-01");
        await visit.Page.GetByLabel("Time in Kigali").FillAsync("21:30");
        await PressAsync(visit, "Continue: check");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("People rest between 20:00 and 07:00.");
        await Expect(visit.Page.GetByLabel("Time in Kigali")).ToHaveValueAsync("21:30");

        await visit.Page.GetByLabel("Time in Kigali").FillAsync("19:30");
        await PressAsync(visit, "Continue: check");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Freeze it" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_jumps_over_a_step_checks_what_was_typed_a_moment_ago()
    {
        await using var visit = await _site.OpenAsync(Announcing.Secretary);
        await visit.GoAsync($"/broadcasts/{await _talk.DraftAsync()}?step=text");
        await visit.Page.GetByLabel("Kinyarwanda").FillAsync("Ntikibaye.");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Check and send" }).ClickAsync();
        await Expect(visit.Page.GetByText("Ntikibaye.").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_script_in_a_text_is_a_text()
    {
        await using var visit = await _site.OpenAsync(Announcing.Secretary);
        await visit.GoAsync($"/broadcasts/{await _talk.DraftAsync(Script)}?step=text");
        await Expect(visit.Page.GetByLabel("Kinyarwanda")).ToHaveValueAsync(Script);
        await Expect(visit.Page.Locator(".lcd")).ToContainTextAsync(Script);
        Assert.NotEqual("X", await visit.Page.TitleAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task What_belongs_to_another_cooperative_is_not_there()
    {
        var (draft, message) = (await _talk.WaitingAsync(), await _talk.UnknownAsync());
        await using var visit = await _site.OpenAsync("manager@abh.demo");
        foreach (var path in (string[])[$"/broadcasts/{draft}", $"/broadcasts/{draft}/not-reached", $"/messages/{message}", "/broadcasts/999999"])
        {
            await visit.GoAsync(path);
            await Expect(visit.Title).ToHaveTextAsync("There is no such page");
        }

        var sheet = await visit.Page.APIRequest.GetAsync($"/broadcasts/{draft}/recipients.xlsx");
        Assert.Equal(404, sheet.Status);
    }

    [Fact]
    public async Task A_message_nobody_knows_about_is_settled_by_a_person()
    {
        var message = await _talk.UnknownAsync();
        await using var visit = await _site.OpenAsync(Announcing.Secretary);
        await visit.GoAsync("/messages?state=unknown");
        await Expect(visit.Page.Locator(".list tbody tr").First).ToBeVisibleAsync();
        await visit.GoAsync($"/messages/{message}");
        await PressAsync(visit, "It arrived");
        await Expect(visit.Page.Locator(".head .chip")).ToHaveTextAsync("Delivered");
        Assert.Equal(1, await _talk.NumberAsync("select count(*) from audit_log where action = 'message.settle' and subject = $1", $"message:{message}"));
    }

    private static ILocator Approve(OfficeVisit visit) => visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve ") });

    private static Task PressAsync(OfficeVisit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static long IdOf(string path) => long.Parse(path.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
}
