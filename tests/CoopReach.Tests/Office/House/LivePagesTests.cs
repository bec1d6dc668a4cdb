using System.Net;
using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Office.Live;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Office.House;

public sealed class LivePagesTests
{
    private const string Pin = "40718";

    [Fact]
    public async Task Somebody_on_the_phone_is_seen_without_number_name_or_PIN()
    {
        await using var service = await Service.StartAsync();
        var phone = service.Phone("+250788000101");
        await phone.DialAsync($"7*2*{Pin}");
        using var browser = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = service.ClientOptions.BaseAddress };
        browser.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={await OfficeCookie.OfAsync(service.Services, "admin@rca.demo")}; language=en");
        var list = await browser.GetStringAsync(new Uri("/conversations", UriKind.Relative));
        var one = await browser.GetStringAsync(new Uri("/conversations/1", UriKind.Relative));

        Assert.Contains("1 person is on the phone now", list, StringComparison.Ordinal);
        Assert.Contains("...101", list, StringComparison.Ordinal);
        Assert.Contains("typed 7*2******", WebUtility.HtmlDecode(one), StringComparison.Ordinal);
        Assert.All((string[])[list, one], page => Assert.All((string[])[Pin, "788000101", "Uwimana", "Mukamana"], secret => Assert.DoesNotContain(secret, page, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("7*2*40718", "7*2*•••")]
    [InlineData("1", "1")]
    [InlineData("Uwimana", "•••")]
    [InlineData("2*12*1199880012345678", "2*12*•••")]
    [InlineData("", "")]
    public void Only_choices_are_shown_of_what_was_typed(string typed, string shown) => Assert.Equal(shown, LiveSessions.Masked(typed));

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Lines_are_counted_by_hop_and_network_and_shown_to_an_administrator_only(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        await service.Phone("+250788000101").DialAsync("1");
        await service.Phone("+250788000102", "63514").DialAsync();
        service.Clock.Advance(TimeSpan.FromMinutes(20));
        var health = service.Services.GetRequiredService<LineHealth>();
        var lines = await health.ReadAsync(await SeatAsync(service, "admin@rca.demo"), CancellationToken.None);

        Assert.Equal((2, 2), (lines.Sessions, lines.Cut));
        Assert.Equal(2, lines.ByHop[0].Amount);
        Assert.Equal(["Airtel", "MTN"], lines.ByNetwork.Select(bar => bar.Label.Text).Order());
        Assert.Empty(await service.Services.GetRequiredService<LiveSessions>().NowAsync(await SeatAsync(service, "admin@rca.demo"), CancellationToken.None));
        Assert.Empty((await service.Services.GetRequiredService<PublishCheck>().RunAsync(CancellationToken.None)).Problems);
        var manager = await SeatAsync(service, "manager@twz.demo");
        await Assert.ThrowsAsync<RefusedException>(() => health.ReadAsync(manager, CancellationToken.None));
    }

    private static async Task<Seat> SeatAsync(Service service, string login) =>
        (await service.Services.GetRequiredService<Sessions>().CheckAsync(await OfficeCookie.SessionAsync(service.Services, login), CancellationToken.None))!;
}
