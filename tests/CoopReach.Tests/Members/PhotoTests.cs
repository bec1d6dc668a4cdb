using System.Net;
using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Members;
using CoopReach.Registry;
using CoopReach.Tests.Data;
using CoopReach.Tests.Office;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Members;

/// <summary>The portrait on a booklet: kept nowhere on the way, noted as a look, and gone with the agreement.</summary>
public sealed class PhotoTests
{
    private const string Views = "select count(*) from audit_log where action = 'member.view' and subject = 'member:0101' and actor = 'staff:accountant@twz.demo'";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_photo_is_sent_as_what_it_is_kept_by_nobody_on_the_way_and_noted_as_one_look(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        byte[] picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];
        await KeepAsync(service, picture);
        using var browser = await BrowserAsync(service);
        using var answer = await browser.GetAsync(new Uri("/members/0101/photo", UriKind.Relative));
        using var again = await browser.GetAsync(new Uri("/members/TWZ/0101/photo", UriKind.Relative));

        Assert.Equal(picture, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(("image/png", true), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.NoStore));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(1, await service.Database.NumberAsync(Views));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Without_the_agreement_there_is_no_photo_even_where_one_was_left(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        await KeepAsync(service, [0xff, 0xd8, 0xff, 0xe0]);
        var (find, seat) = (service.Services.GetRequiredService<FindMember>(), await service.SeatAsync("accountant@twz.demo"));
        Assert.NotNull((await find.RunAsync(seat, null, "0101", CancellationToken.None))!.PhotoAt);
        await service.Database.ExecuteAsync("update consents set withdrawn_at = given_at where purpose = 'photo'");
        using var browser = await BrowserAsync(service);

        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from person_photos"));
        Assert.Null((await find.RunAsync(seat, null, "0101", CancellationToken.None))!.PhotoAt);
        foreach (var path in (string[])["/members/0101/photo", "/members/0102/photo", "/members/9999/photo", "/members/ABH/0101/photo"])
        {
            using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(0, await service.Database.NumberAsync(Views));
    }

    private static async Task KeepAsync(Service service, byte[] picture)
    {
        var (clerk, alice) = (new Staff(2, "staff:secretary@twz.demo"), await service.Database.NumberAsync("select person_id from memberships where cooperative_id = 2 and number = '0101'"));
        await service.Services.GetRequiredService<Consents>().GiveAsync(clerk, alice, "photo", "photo-1", "rw", CancellationToken.None);
        await service.Services.GetRequiredService<KeepPhoto>().RunAsync(clerk, alice, picture, CancellationToken.None);
    }

    private static async Task<HttpClient> BrowserAsync(Service service)
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = service.ClientOptions.BaseAddress };
        browser.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={await OfficeCookie.OfAsync(service.Services, "accountant@twz.demo")}");
        return browser;
    }
}
