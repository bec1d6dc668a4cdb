using System.Net;

namespace CoopReach.Tests.Channels;

public sealed class FrontDoorTests
{
    [Fact]
    public async Task Whoever_opens_the_bare_address_of_the_demo_finds_the_handset()
    {
        await using var service = await Service.StartAsync();
        using var browser = service.CreateClient();
        using var page = await browser.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal("/handset", page.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Without_the_handset_the_bare_address_shows_nothing()
    {
        await using var service = await Service.StartAsync(settings: new Dictionary<string, string> { ["Handset:Enabled"] = "false" });
        using var browser = service.CreateClient();
        using var page = await browser.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }
}
