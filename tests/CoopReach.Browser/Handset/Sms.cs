using CoopReach.Browser.Site;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Handset;

[Collection(HandsetGroup.Name)]
public sealed class Sms(HandsetSite site)
{
    [Fact]
    public async Task The_balance_arrives_as_an_SMS_with_an_envelope_and_a_mark()
    {
        await using var visit = await site.OpenAsync();
        var before = await visit.Inbox.CountAsync();
        await AskForBalanceAsync(visit, "40718");
        await Expect(visit.Inbox).ToHaveCountAsync(before + 1);
        await Expect(visit.Inbox.First).ToHaveClassAsync("new");
        await Expect(visit.Inbox.First).ToContainTextAsync("to be paid 84,500 Frw; loan left 27,500 Frw");
        await Expect(visit.Inbox.First).ToContainTextAsync("1 SMS, 110 septets");
        await Expect(visit.Inbox.First).ToContainTextAsync("Delivered");
        await Expect(visit.Page.Locator("#mail")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_same_words_twice_are_two_messages()
    {
        await using var visit = await site.OpenAsync("0150");
        await AskForBalanceAsync(visit, "93527");
        await Expect(visit.Inbox).ToHaveCountAsync(1);
        await visit.PressAsync("Enter");
        await visit.ShowsStateAsync("idle");
        await AskForBalanceAsync(visit, "93527");
        await Expect(visit.Inbox).ToHaveCountAsync(2);
        await Expect(visit.Inbox.First).ToHaveClassAsync("new");
        await Expect(visit.Inbox.Last).Not.ToHaveClassAsync("new");
    }

    [Fact]
    public async Task An_inbox_belongs_to_one_phone()
    {
        await using var visit = await site.OpenAsync("0102");
        await AskForBalanceAsync(visit, "51930");
        await Expect(visit.Inbox).Not.ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Radio, new() { Name = "A stranger" }).CheckAsync();
        await Expect(visit.Inbox).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("#mail")).ToBeHiddenAsync();
    }

    private static async Task AskForBalanceAsync(HandsetVisit visit, string pin)
    {
        await visit.AnswerAsync("*384*2667*1#", "PIN");
        await visit.AnswerAsync(pin, "1 SMS");
        await visit.TypeAsync("1");
        await visit.PressAsync("Enter");
        await visit.ShowsStateAsync("end");
    }
}
