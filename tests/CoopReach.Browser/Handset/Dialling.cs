using CoopReach.Browser.Site;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Handset;

[Collection(HandsetGroup.Name)]
public sealed class Dialling(HandsetSite site)
{
    private const string Code = "*384*2667#";
    private const string Pin = "40718";

    [Fact]
    public async Task Send_with_nothing_typed_dials_the_service_code()
    {
        await using var visit = await site.OpenAsync();
        await visit.ClickSendAsync();
        await visit.ShowsAsync("TWZ. Welcome, Alice");
        await visit.ShowsStateAsync("menu");
        await Expect(visit.Input).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_balance_is_reached_with_the_mouse_alone()
    {
        await using var visit = await site.OpenAsync();
        await visit.ClickAsync(Code);
        await Expect(visit.Page.Locator("#dial")).ToHaveTextAsync(Code);
        await visit.ClickSendAsync();
        await visit.ShowsStateAsync("menu");
        await visit.ClickAsync("1");
        await visit.ClickSendAsync();
        await visit.ShowsAsync("Enter your PIN");
        await visit.ClickAsync(Pin);
        await visit.ClickSendAsync();
        await visit.ShowsAsync("To be paid: 84,500 Frw");
    }

    [Fact]
    public async Task The_keyboard_dials_and_answers_without_any_focus()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync(Code, "Welcome");
        await visit.AnswerAsync("1", "PIN");
        await visit.TypeAsync("40719");
        await visit.PressAsync("Backspace");
        await Expect(visit.Typed).ToHaveTextAsync("4071");
        await visit.AnswerAsync("8", "84,500 Frw");
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
    public async Task An_empty_answer_is_sent_as_a_phone_sends_it()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("*384*2667*1#", "Enter your PIN");
        await visit.AnswerAsync("", "A PIN has 5 digits.");
        Assert.Equal(["1", "1*"], site.Product.Tap.Of("ussd", await visit.SessionAsync()).Select(form => form["text"]));
    }

    [Fact]
    public async Task A_longer_code_goes_straight_into_the_menu()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("*384*2667*2#", "Enter your PIN");
        await visit.AnswerAsync(Pin, "What you delivered");
        Assert.Equal(["2", "2*40718"], site.Product.Tap.Of("ussd", await visit.SessionAsync()).Select(form => form["text"]));
    }

    [Fact]
    public async Task Ninety_nine_shows_the_rest_of_the_orders_and_an_order_says_what_was_taken_off()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("*384*2667*2#", "PIN");
        await visit.AnswerAsync(Pin, "42.5kg 22,000 Unpaid");
        await visit.AnswerAsync("99", "47.5kg 25,000 Paid");
        await visit.AnswerAsync("0", "42.5kg 22,000 Unpaid");
        await visit.AnswerAsync("1", "Taken off: 3,500");
        await visit.AnswerAsync("1", "Fertiliser loan 2,500 (left 27,500 Frw)");
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
        await using var visit = await site.OpenAsync("0102");
        await visit.AnswerAsync("*384*2667*1#", "PIN");
        await visit.AnswerAsync("51930", "A vous payer: 50 400 Frw");
        await visit.AnswerAsync("1", "Le SMS est en route");
        await visit.ShowsStateAsync("end");
        await Expect(visit.Input).ToBeHiddenAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Left soft key, OK" }).ClickAsync();
        await visit.ShowsStateAsync("idle");
    }

    [Fact]
    public async Task A_name_is_typed_with_the_letters_on_the_keys()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("*384*2667*10#", "Certificate number");
        await visit.ClickAsync("#");
        await Expect(visit.Page.Locator("#mode")).ToHaveTextAsync("abc");
        await visit.ClickAsync("89");
        await visit.Page.Locator(".keys [data-key='4']").EvaluateAsync("key => { key.click(); key.click(); key.click(); }");
        await Expect(visit.Typed).ToHaveTextAsync("twi");
        await visit.ClickSendAsync();
        await visit.ShowsAsync("Twitezimbere Coffee Cooperative");
        await Expect(visit.Page.Locator("#mode")).ToHaveTextAsync("123");
    }

    [Fact]
    public async Task A_keyboard_types_letters_where_a_question_is_asked_and_nowhere_else()
    {
        await using var visit = await site.OpenAsync();
        await visit.TypeAsync("abc");
        await Expect(visit.Page.Locator("#dial")).ToBeHiddenAsync();
        await visit.AnswerAsync("*384*2667*10#", "Certificate number");
        await visit.AnswerAsync("abahizi m", "Abahizi Maize Growers");
    }

    [Fact]
    public async Task A_suggestion_dials_itself()
    {
        await using var visit = await site.OpenAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Dial *384*2667*10#" }).ClickAsync();
        await visit.ShowsAsync("Certificate number");
    }
}
