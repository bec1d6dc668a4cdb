using System.Net;
using CoopReach.Access;
using CoopReach.Demo;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Office;

/// <summary>Every address of the office, asked by everybody: exactly what <see cref="Rights"/> allows answers.</summary>
public sealed class MatrixTests : IAsyncLifetime
{
    private Service _service = null!;

    public async Task InitializeAsync() => _service = await Service.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Everybody_opens_what_their_role_may_and_nothing_else()
    {
        var wrong = new List<string>();
        foreach (var user in DemoUsers.All)
        {
            using var browser = await BrowserAsync(user.Login);
            foreach (var (path, needed) in Pages())
            {
                using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
                var isRefused = answer.Headers.Location?.OriginalString.Contains("/no-right", StringComparison.Ordinal) == true;
                if (isRefused == Rights.May(user.Role, needed) || answer.StatusCode >= HttpStatusCode.InternalServerError)
                {
                    wrong.Add($"{user.Login} {path}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_opens_anything_without_signing_in()
    {
        using var browser = NewBrowser();
        foreach (var endpoint in Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && !IsNoPage(endpoint)))
        {
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
            using var answer = await browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(Fill(endpoint), UriKind.Relative)));
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{method} {endpoint.RoutePattern.RawText}: {(int)answer.StatusCode}");
        }
    }

    /// <summary>What the public may open is a list, so that a new page is not public by mistake.</summary>
    [Fact]
    public void What_the_public_may_open_is_known()
    {
        string[] open =
        [
            "/sign-in", "/sign-in/code", "/sign-in/enrol", "/sign-out", "/join", "/join/{Secret}", "/language/{code}", "/not-found",
            "/v", "/v/{**code}", "/health/live", "/health/ready", "/handset", "/handset/people", "/handset/ussd", "/handset/ended", "/handset/inbox",
        ];
        var found = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => $"/{endpoint.RoutePattern.RawText!.Trim('/')}")
            .Where(path => !path.StartsWith("/hooks/", StringComparison.Ordinal) && !path.Contains('.', StringComparison.Ordinal));

        Assert.Empty(found.Except(open));
    }

    /// <summary>What stands in for files that are not there, and the callbacks of providers, which prove themselves in their own way.</summary>
    private static bool IsNoPage(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText is { } path && (path.EndsWith(":file}", StringComparison.Ordinal) || path.StartsWith("/hooks/", StringComparison.Ordinal));

    private async Task<HttpClient> BrowserAsync(string login)
    {
        var browser = NewBrowser();
        browser.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={await OfficeCookie.OfAsync(_service.Services, login)}");
        return browser;
    }

    private HttpClient NewBrowser() =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _service.ClientOptions.BaseAddress };

    private IEnumerable<RouteEndpoint> Endpoints() => _service.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private IEnumerable<(string Path, Permission Needed)> Pages() =>
        from endpoint in Endpoints()
        let needs = endpoint.Metadata.GetMetadata<NeedsAttribute>()
        where needs is not null && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false
        select (Fill(endpoint), needs.Permission);

    /// <summary>Something that stands in the demo; whether it is theirs to see is asked in the tests of each room.</summary>
    private static string Fill(RouteEndpoint endpoint) => string.Concat(
        endpoint.RoutePattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => "1",
        })))) is { Length: > 0 } path ? path : "/";
}
