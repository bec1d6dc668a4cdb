using System.Net;
using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Tests.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopReach.Tests.Access;

/// <summary>The cookie over real HTTP, on two nodes that share nothing but the database.</summary>
public sealed class CookieTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_cookie_of_one_node_opens_another_until_its_session_ends(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);
        var seat = await door.SitAsync("manager@twz.demo");
        await using var first = await NodeAsync(door, "https://coop.example");
        await using var second = await NodeAsync(door, "https://coop.example");
        var given = await Browser(first).GetAsync($"/give/{seat.SessionId}");
        var cookie = Assert.Single(given.Headers.GetValues("Set-Cookie"));

        Assert.StartsWith("coopreach=", cookie, StringComparison.Ordinal);
        Assert.All((string[])["secure", "httponly", "samesite=strict", "path=/"], rule => Assert.Contains(rule, cookie, StringComparison.Ordinal));
        Assert.DoesNotContain(seat.SessionId, cookie, StringComparison.Ordinal);
        Assert.Equal("manager@twz.demo", await (await WhoAsync(second, cookie)).Content.ReadAsStringAsync());

        await door.Sessions.SignOutAsync(seat, CancellationToken.None);
        foreach (var node in (WebApplication[])[first, second])
        {
            var refused = await WhoAsync(node, cookie);
            Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
            Assert.Equal("/sign-in", refused.Headers.Location!.AbsolutePath);
        }
    }

    [Fact]
    public async Task A_request_with_the_cookie_is_being_seen()
    {
        await using var door = await Door.OpenAsync();
        var seat = await door.SitAsync("manager@twz.demo");
        await using var node = await NodeAsync(door, "http://localhost");
        var cookie = (await Browser(node).GetAsync($"/give/{seat.SessionId}")).Headers.GetValues("Set-Cookie").Single();
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal);

        door.Clock.Advance(TimeSpan.FromMinutes(5));
        await WhoAsync(node, cookie);

        Assert.Equal(door.Clock.GetUtcNow(), (await door.Sessions.ListAsync(seat.UserId, CancellationToken.None))[0].SeenAt);
    }

    private static async Task<WebApplication> NodeAsync(Door door, string publicUrl)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["PublicUrl"] = publicUrl;
        builder.Logging.ClearProviders();
        builder.Services.AddAccess(builder.Configuration).AddAuthorization();
        builder.Services.AddSingleton(door.Database.Store).AddSingleton<Func<CoopDb>>(door.Database.Open);
        builder.Services.AddSingleton(TestDatabase.Keys).AddSingleton<TimeProvider>(door.Clock);
        var node = builder.Build();
        node.MapGet("/give/{session}", (string session, HttpContext http) => http.SignInAsync(IdentityConstants.ApplicationScheme, SessionCookie.PrincipalOf(session))).AllowAnonymous();
        node.MapGet("/who", (HttpContext http) => SessionCookie.SeatOf(http)!.Login).RequireAuthorization();
        await node.StartAsync();

        return node;
    }

    private static HttpClient Browser(WebApplication node) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(node.Urls.Single()) };

    private static async Task<HttpResponseMessage> WhoAsync(WebApplication node, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/who") { Headers = { { "Cookie", cookie.Split(';')[0] } } };
        return await Browser(node).SendAsync(request);
    }
}
