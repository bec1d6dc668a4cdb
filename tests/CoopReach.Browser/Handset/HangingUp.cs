using CoopReach.Browser.Site;

namespace CoopReach.Browser.Handset;

/// <summary>Every way a session can end, seen from the other end of the line.</summary>
[Collection(HandsetGroup.Name)]
public sealed class HangingUp(HandsetSite site)
{
    [Fact]
    public async Task Hanging_up_in_a_menu_is_an_incomplete_session() =>
        await EndsAsIncompleteAsync(visit => visit.ClickEndAsync());

    [Fact]
    public async Task Handing_the_phone_to_somebody_else_hangs_up() =>
        await EndsAsIncompleteAsync(visit => visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Radio, new() { Name = "Habimana Jean" }).CheckAsync());

    [Fact]
    public async Task Changing_the_network_hangs_up() =>
        await EndsAsIncompleteAsync(visit => visit.Page.GetByLabel("Airtel").CheckAsync());

    [Fact]
    public async Task Reloading_the_page_hangs_up() =>
        await EndsAsIncompleteAsync(visit => visit.Page.ReloadAsync());

    [Fact]
    public async Task A_session_the_service_ended_is_reported_once_as_a_success()
    {
        await using var visit = await site.OpenAsync("0102");
        await visit.AnswerAsync("*384*2667*1#", "PIN");
        await visit.AnswerAsync("51930", "A vous payer");
        await visit.AnswerAsync("1", "Le SMS est en route");
        var session = await visit.SessionAsync();
        await visit.ClickEndAsync();
        await visit.ShowsStateAsync("idle");

        await site.Product.Tap.EndOfAsync(session);
        Assert.Equal("Success", Assert.Single(site.Product.Tap.Of("ussd-ended", session))["status"]);
        Assert.Equal("Success", await site.Product.NetworkStatusAsync(session));
    }

    [Fact]
    public async Task The_next_dial_is_a_new_session()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("", "Welcome");
        var first = await visit.SessionAsync();
        await visit.PressAsync("Escape");
        await visit.ShowsStateAsync("idle");
        await visit.AnswerAsync("", "Welcome");
        Assert.NotEqual(first, await visit.SessionAsync());
    }

    [Fact]
    public async Task A_redial_offers_to_go_on_where_the_line_dropped()
    {
        await using var product = RealProduct.Start();
        await using var visit = await site.OpenAsync(product);
        await visit.AnswerAsync("*384*2667*2#", "PIN");
        await visit.AnswerAsync("40718", "What you delivered");
        var session = await visit.SessionAsync();
        await visit.PressAsync("Escape");
        await product.Tap.EndOfAsync(session);

        await visit.AnswerAsync("", "1 Continue\n2 Start again");
        await visit.AnswerAsync("1", "PIN");
        await visit.AnswerAsync("40718", "What you delivered");
    }

    private async Task EndsAsIncompleteAsync(Func<HandsetVisit, Task> act)
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("", "Welcome");
        var session = await visit.SessionAsync();
        await act(visit);

        await site.Product.Tap.EndOfAsync(session);
        Assert.Equal("Incomplete", await site.Product.NetworkStatusAsync(session));
    }
}
