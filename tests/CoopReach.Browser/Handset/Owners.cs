using CoopReach.Browser.Site;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Handset;

/// <summary>Whose phone it is, and on which network.</summary>
[Collection(HandsetGroup.Name)]
public sealed class Owners(HandsetSite site)
{
    [Fact]
    public async Task A_shared_phone_asks_whose_account_and_each_has_an_own_PIN()
    {
        await using var visit = await site.OpenAsync("0104");
        await visit.AnswerAsync("*384*2667*1#", "1 Nyirahabimana Claudine, TWZ 0104\n2 Nsengimana Innocent, TWZ 0105");
        await visit.AnswerAsync("2", "TWZ 0105");
        await visit.AnswerAsync("71305", "Inshuro zisigaye: 2");
        await visit.AnswerAsync("82416", "Ayo uzishyurwa: 35,400 Frw");
    }

    [Fact]
    public async Task One_person_in_two_cooperatives_is_asked_which()
    {
        await using var visit = await site.OpenAsync("0103");
        await visit.AnswerAsync("*384*2667*1#", "1 Mukamana Jeanne, ABH 0007\n2 Mukamana Jeanne, TWZ 0103");
        await visit.AnswerAsync("1", "ABH 0007");
        await visit.AnswerAsync("60214", "Ayo uzishyurwa: 47,200 Frw");
    }

    [Fact]
    public async Task A_stranger_is_asked_for_a_language_and_consent_and_then_sees_what_is_open_to_all()
    {
        await using var visit = await site.OpenAsync("stranger");
        await visit.AnswerAsync("", "Hitamo ururimi / Choose language");
        await visit.AnswerAsync("2", "1 I agree");
        await visit.AnswerAsync("1", "This phone number is not registered");
        await visit.AnswerAsync("10", "first letters of the cooperative");
        await visit.AnswerAsync("twi", "Twitezimbere Coffee Cooperative");
    }

    [Fact]
    public async Task Any_number_can_be_typed_and_its_digits_stay_in_the_field()
    {
        await using var visit = await site.OpenAsync("other");
        await visit.Page.GetByLabel("Which number?").PressSequentiallyAsync("0788 000 101");
        await Expect(visit.Page.Locator("#dial")).ToBeHiddenAsync();
        await visit.Page.GetByLabel("Which number?").BlurAsync();
        await Expect(visit.Page.Locator("#owner")).ToHaveTextAsync("+250 788 000 101");
        await visit.AnswerAsync("", "Welcome, Alice");
    }

    [Fact]
    public async Task Choosing_a_person_by_card_leaves_the_digits_to_the_phone()
    {
        await using var visit = await site.OpenAsync("0103");
        await visit.Page.GetByRole(AriaRole.Radio, new() { Name = "Uwase Alice" }).CheckAsync();
        await visit.TypeAsync("*38");
        await Expect(visit.Page.Locator("#dial")).ToHaveTextAsync("*38");
    }

    [Fact]
    public async Task The_network_chosen_is_the_one_on_the_wire()
    {
        await using var visit = await site.OpenAsync();
        await visit.Page.GetByLabel("Airtel").CheckAsync();
        await Expect(visit.Page.Locator("#carrier")).ToHaveTextAsync("Airtel Rwanda");
        await visit.AnswerAsync("", "Welcome");
        Assert.Equal("63514", Assert.Single(site.Product.Tap.Of("ussd", await visit.SessionAsync()))["networkCode"]);
    }

    [Theory]
    [InlineData("0103", "Ohereza", "Siba")]
    [InlineData("0101", "Send", "Clear")]
    [InlineData("0102", "Envoyer", "Effacer")]
    public async Task Soft_keys_speak_the_language_of_the_owner(string person, string send, string clear)
    {
        await using var visit = await site.OpenAsync(person);
        await visit.TypeAsync("*3");
        await Expect(visit.Page.Locator("#left")).ToHaveTextAsync(send);
        await Expect(visit.Page.Locator("#right")).ToHaveTextAsync(clear);
    }

    [Theory]
    [InlineData("0101")]
    [InlineData("0102")]
    [InlineData("0103")]
    [InlineData("0104")]
    [InlineData("0150")]
    public async Task Every_code_suggested_to_a_member_is_understood(string person)
    {
        await using var visit = await site.OpenAsync(person);
        foreach (var suggestion in await visit.Page.Locator("#tries button").AllAsync())
        {
            await suggestion.ClickAsync();
            await visit.ShowsStateAsync("menu");
            await Expect(visit.Screen).Not.ToContainTextAsync("Wrong choice");
            await Expect(visit.Screen).Not.ToContainTextAsync("Choix incorrect");
            await Expect(visit.Screen).Not.ToContainTextAsync("Ibyo wahisemo si byo");
            await visit.ClickEndAsync();
        }
    }
}
