using CoopReach.Browser.Site;

namespace CoopReach.Browser.Handset;

/// <summary>The phone seen from the other end of the line. Needs the stand-in product, which keeps what it heard.</summary>
[Collection(HandsetGroup.Name)]
public sealed class WhatTheProductHears(HandsetSite site)
{
    [Fact]
    public async Task The_first_request_of_a_longer_code_carries_the_rest_of_it()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("*384*2667*2#", "Ibyo wagemuye");
        await visit.AnswerAsync("99", "28/04");
        Assert.Equal(["2", "2*99"], (await HeardAsync(visit)).Select(form => form["text"]));
    }

    [Fact]
    public async Task Hanging_up_in_a_menu_is_an_incomplete_session()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("", "1 ");
        Assert.Equal("Incomplete", await StatusAfterAsync(visit, () => visit.ClickEndAsync()));
    }

    [Fact]
    public async Task Handing_the_phone_to_somebody_else_hangs_up()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("", "1 ");
        Assert.Equal("Incomplete", await StatusAfterAsync(visit, () => visit.Page.GetByLabel("Airtel").CheckAsync()));
    }

    [Fact]
    public async Task A_session_the_service_ended_is_reported_once_as_a_success()
    {
        await using var visit = await site.OpenAsync();
        Assert.Equal("Success", await StatusAfterAsync(visit, () => visit.AnswerAsync("*384*2667*3#", "Igiciro")));
        var session = await SessionAsync(visit);
        await visit.ClickEndAsync();
        await visit.ShowsStateAsync("idle");
        Assert.Single(site.StandIn.Ended, form => form["sessionId"] == session);
    }

    private static Task<string> SessionAsync(HandsetVisit visit) => visit.Wire.Locator("dd").First.InnerTextAsync();

    private async Task<IEnumerable<IReadOnlyDictionary<string, string>>> HeardAsync(HandsetVisit visit)
    {
        var session = await SessionAsync(visit);
        return site.StandIn.Asked.Where(form => form["sessionId"] == session);
    }

    private async Task<string> StatusAfterAsync(HandsetVisit visit, Func<Task> act)
    {
        var request = await visit.Page.RunAndWaitForRequestFinishedAsync(act, new() { Predicate = request => request.Url.EndsWith("/handset/ended", StringComparison.Ordinal) });
        var session = request.PostDataJSON()!.Value.GetProperty("sessionId").GetString();
        return Assert.Single(site.StandIn.Ended, form => form["sessionId"] == session)["status"];
    }
}
