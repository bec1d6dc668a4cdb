using System.Net;
using System.Net.Http.Json;
using CoopReach.Browser.Site;
using CoopReach.Channels.Handset;
using Microsoft.AspNetCore.Http;

namespace CoopReach.Browser.Handset;

/// <summary>What reaches the hook, and who may make it do so: no browser is needed to see it.</summary>
[Collection(HandsetGroup.Name)]
public sealed class BehindTheHook(HandsetSite site)
{
    private static readonly HttpClient Client = new();
    private readonly string _session = $"ATUid_{Guid.NewGuid():N}";

    [Fact]
    public async Task The_hook_gets_the_form_of_the_network_with_its_key()
    {
        using var answer = await PostAsync("/handset/ussd", Keys(""), ("Origin", Origin));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var form = Assert.Single(site.Product.Tap.Of("ussd", _session));
        Assert.Equal(["networkCode", "phoneNumber", "serviceCode", "sessionId", "text"], form.Keys.Order());
        Assert.Equal("*384*2667#", form["serviceCode"]);
        Assert.DoesNotContain(RealProduct.HookKey, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_comes_back_without_its_prefix_and_with_its_length()
    {
        using var response = await PostAsync("/handset/ussd", Keys(""), ("Origin", Origin));
        var answer = await response.Content.ReadFromJsonAsync<HandsetAnswer>();
        Assert.Equal((200, false), (answer!.Status, answer.Ends));
        Assert.StartsWith("TWZ. Welcome, Alice\n", answer.Text, StringComparison.Ordinal);
        Assert.Equal(answer.Text.Length, answer.Septets);
    }

    [Fact]
    public async Task A_hook_that_refuses_is_told_as_a_status_and_shows_no_screen()
    {
        await using var product = RealProduct.Start(("Channels:AfricasTalking:AllowedNetworks:0", "10.0.0.0/8"));
        using var response = await PostAsync(product, "/handset/ussd", Keys(""), ("Origin", OriginOf(product)));
        var answer = await response.Content.ReadFromJsonAsync<HandsetAnswer>();
        Assert.Equal((403, "", true), (answer!.Status, answer.Text, answer.Ends));
    }

    [Fact]
    public async Task Hanging_up_tells_the_product_that_the_session_is_incomplete()
    {
        var call = new { sessionId = _session, phone = "+250788000101", network = "63510", status = "Incomplete", milliseconds = 4100, hops = 2 };
        using var answer = await PostAsync("/handset/ended", call, ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var form = Assert.Single(site.Product.Tap.Of("ussd-ended", _session));
        Assert.Equal("Incomplete", form["status"]);
        Assert.Equal("4100", form["durationInMillis"]);
        Assert.Equal("2", form["hopsCount"]);
        Assert.Equal(9, form.Count);
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("X-Nothing", "said")]
    public async Task Only_our_own_page_may_call(string header, string value)
    {
        foreach (var path in (string[])["/handset/ussd", "/handset/ended", "/handset/inbox"])
        {
            using var answer = await PostAsync(path, Keys(""), (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Empty(site.Product.Tap.Of("ussd", _session));
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_even_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Product.Address, "/handset/ussd"))
        {
            Content = new FormUrlEncodedContent([new("phone", "+250788000101")]),
        };
        request.Headers.Add("Origin", Origin);
        using var answer = await Client.SendAsync(request);
        Assert.Equal("/sign-in", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_call_without_a_proper_session_is_refused(string session)
    {
        var call = new { sessionId = session, phone = "+250788000101", network = "63510", text = "" };
        using var answer = await PostAsync("/handset/ussd", call, ("Origin", Origin));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_allows_only_what_comes_from_itself()
    {
        using var answer = await Client.GetAsync(new Uri(site.Product.Address, "/handset"));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("data:", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5000", "http://127.0.0.1:5000/")]
    [InlineData("http://[::]:5000", "http://127.0.0.1:5000/")]
    [InlineData("http://+:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://*:80", "http://127.0.0.1/")]
    [InlineData("http://localhost:5000/app", "http://localhost:5000/app/")]
    public void Our_own_address_is_one_that_can_be_called(string listening, string called) =>
        Assert.Equal(called, HandsetNetwork.Loopback(BindingAddress.Parse(listening)).ToString());

    [Fact]
    public async Task Where_it_is_not_enabled_there_is_no_handset()
    {
        await using var product = RealProduct.Start(("Handset:Enabled", "false"));
        foreach (var path in (string[])["/handset", "/handset/people"])
        {
            using var answer = await Client.GetAsync(new Uri(product.Address, path));
            Assert.Equal("/sign-in", answer.RequestMessage!.RequestUri!.AbsolutePath);
        }
    }

    private string Origin => OriginOf(site.Product);

    private static string OriginOf(RealProduct product) => product.Address.GetLeftPart(UriPartial.Authority);

    private object Keys(string text) => new { sessionId = _session, phone = "+250788000101", network = "63510", text };

    private Task<HttpResponseMessage> PostAsync(string path, object body, (string Name, string Value) header) =>
        PostAsync(site.Product, path, body, header);

    private static async Task<HttpResponseMessage> PostAsync(RealProduct product, string path, object body, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(product.Address, path)) { Content = JsonContent.Create(body) };
        request.Headers.Add(header.Name, header.Value);
        return await Client.SendAsync(request);
    }
}
