using System.Net;

namespace CoopReach.Tests.Channels;

public sealed class FrontDoorTests
{
    [Fact]
    public async Task Whoever_opens_the_bare_address_is_asked_who_they_are()
    {
        await using var service = await Service.StartAsync();
        using var browser = service.CreateClient();
        using var page = await browser.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal("/sign-in", page.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("true", "/handset")]
    [InlineData("false", "/sign-in")]
    public async Task The_handset_is_there_where_it_is_wanted(string wanted, string shown)
    {
        await using var service = await Service.StartAsync(settings: new Dictionary<string, string> { ["Handset:Enabled"] = wanted });
        using var browser = service.CreateClient();
        using var page = await browser.GetAsync(new Uri("/handset", UriKind.Relative));

        Assert.Equal(shown, page.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }
}
