using CoopReach.Browser.Site;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Handset;

[Collection(HandsetGroup.Name)]
public sealed class Sms(HandsetSite site)
{
    [Fact]
    public async Task A_new_SMS_arrives_with_an_envelope_and_a_mark()
    {
        await using var visit = await site.OpenAsync("0101");
        var before = await visit.Inbox.CountAsync();
        await visit.AnswerAsync("*384*2667*3#", "Igiciro");
        await Expect(visit.Inbox).ToHaveCountAsync(before + 1);
        await Expect(visit.Inbox.First).ToHaveClassAsync("new");
        await Expect(visit.Inbox.First).ToContainTextAsync("1 SMS, 55 septets");
        await Expect(visit.Page.Locator("#mail")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_same_words_twice_are_two_messages()
    {
        await using var visit = await site.OpenAsync("0104");
        await visit.AnswerAsync("*384*2667*3#", "Igiciro");
        await Expect(visit.Inbox).Not.ToHaveCountAsync(0);
        var before = await visit.Inbox.CountAsync();
        await visit.PressAsync("Enter");
        await visit.ShowsStateAsync("idle");
        await visit.AnswerAsync("*384*2667*3#", "Igiciro");
        await Expect(visit.Inbox).ToHaveCountAsync(before + 1);
        await Expect(visit.Inbox.First).ToHaveClassAsync("new");
        await Expect(visit.Inbox.Last).Not.ToHaveClassAsync("new");
    }

    [Fact]
    public async Task An_inbox_belongs_to_one_phone()
    {
        await using var visit = await site.OpenAsync("0102");
        await visit.AnswerAsync("*384*2667*3#", "Igiciro");
        await Expect(visit.Inbox).Not.ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Radio, new() { Name = "A stranger" }).CheckAsync();
        await Expect(visit.Inbox).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("#mail")).ToBeHiddenAsync();
    }
}
