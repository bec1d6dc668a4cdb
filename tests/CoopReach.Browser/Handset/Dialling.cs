using CoopReach.Browser.Site;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Handset;

[Collection(HandsetGroup.Name)]
public sealed class Dialling(HandsetSite site)
{
    private const string Code = "*384*2667#";

    [Fact]
    public async Task Send_with_nothing_typed_dials_the_service_code()
    {
        await using var visit = await site.OpenAsync();
        await visit.ClickSendAsync();
        await visit.ShowsAsync("1 ");
        await visit.ShowsStateAsync("menu");
        await Expect(visit.Input).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_code_is_dialled_with_the_mouse_and_a_menu_is_walked_with_it()
    {
        await using var visit = await site.OpenAsync();
        await visit.ClickAsync(Code);
        await Expect(visit.Page.Locator("#dial")).ToHaveTextAsync(Code);
        await visit.ClickSendAsync();
        await visit.ShowsStateAsync("menu");
        await visit.ClickAsync("1");
        await visit.ClickSendAsync();
        await visit.ShowsAsync("PIN");
    }

    [Fact]
    public async Task The_keyboard_dials_and_answers_without_any_focus()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync(Code, "1 ");
        await visit.AnswerAsync("1", "PIN");
        await visit.TypeAsync("60215");
        await visit.PressAsync("Backspace");
        await Expect(visit.Input).ToHaveTextAsync("6021");
        await visit.AnswerAsync("4", "40,120");
    }

    [Fact]
    public async Task Enter_means_send_after_keys_were_clicked_with_the_mouse()
    {
        await using var visit = await site.OpenAsync();
        await visit.ClickAsync(Code);
        await visit.PressAsync("Enter");
        await visit.ShowsStateAsync("menu");
    }

    [Fact]
    public async Task Choosing_a_person_by_card_leaves_the_digits_to_the_phone()
    {
        await using var visit = await site.OpenAsync();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Radio, new() { Name = "Uwase Alice" }).CheckAsync();
        await visit.TypeAsync("*38");
        await Expect(visit.Page.Locator("#dial")).ToHaveTextAsync("*38");
    }

    [Fact]
    public async Task Digits_typed_in_a_field_stay_in_the_field()
    {
        await using var visit = await site.OpenAsync("other");
        await visit.Page.GetByLabel("Which number?").FillAsync("");
        await visit.Page.GetByLabel("Which number?").PressSequentiallyAsync("0788 000 101");
        await Expect(visit.Page.Locator("#dial")).ToBeHiddenAsync();
        await visit.Page.GetByLabel("Which number?").BlurAsync();
        await Expect(visit.Page.Locator("#owner")).ToHaveTextAsync("+250 788 000 101");
    }

    [Fact]
    public async Task A_longer_code_goes_straight_into_the_menu()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("*384*2667*2#", "Ibyo wagemuye");
        await Expect(visit.Wire).ToContainTextAsync("text2answer");
    }

    [Fact]
    public async Task Ninety_nine_shows_the_rest_of_a_long_list()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("*384*2667*2#", "99");
        await visit.AnswerAsync("99", "28/04");
    }

    [Theory]
    [InlineData("*999#")]
    [InlineData("*384*2668#")]
    [InlineData("*384*2667")]
    [InlineData("112")]
    public async Task A_code_of_nobody_is_refused_as_a_network_does(string code)
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync(code, "Connection problem or invalid MMI code");
        await visit.ShowsStateAsync("end");
        await Expect(visit.Wire).ToContainTextAsync("(none)");
    }

    [Fact]
    public async Task The_end_of_a_session_is_put_away_with_OK()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("*384*2667*3#", "Igiciro");
        await visit.ShowsStateAsync("end");
        await Expect(visit.Input).ToBeHiddenAsync();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Left soft key, OK" }).ClickAsync();
        await visit.ShowsStateAsync("idle");
    }

    [Fact]
    public async Task End_hangs_up_and_the_next_dial_is_a_new_session()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync(Code, "1 ");
        var first = await visit.Wire.Locator("dd").First.InnerTextAsync();
        await visit.PressAsync("Escape");
        await visit.ShowsStateAsync("idle");
        await visit.AnswerAsync(Code, "1 ");
        await Expect(visit.Wire.Locator("dd").First).Not.ToHaveTextAsync(first);
    }

    [Fact]
    public async Task A_suggestion_dials_itself()
    {
        await using var visit = await site.OpenAsync();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Dial *384*2667*2#" }).ClickAsync();
        await visit.ShowsAsync("Ibyo wagemuye");
    }
}
