using System.Net;
using System.Net.Http.Json;
using CoopReach.Browser.Site;
using CoopReach.Channels.Handset;
using Microsoft.AspNetCore.Http;

namespace CoopReach.Browser.Handset;

/// <summary>What reaches the hook, and who may make it do so. Needs the stand-in product, not a browser.</summary>
public sealed class BehindTheHook : IAsyncLifetime
{
    private static readonly HttpClient Client = new();
    private StandInProduct _product = null!;

    public async Task InitializeAsync() => _product = await StandInProduct.StartAsync();

    public async Task DisposeAsync() => await _product.DisposeAsync();

    [Fact]
    public async Task The_hook_gets_the_form_of_the_network_with_its_key()
    {
        var answer = await PostAsync("/handset/ussd", Keys("1"), ("Origin", Origin));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var form = Assert.Single(_product.Asked);
        Assert.Equal(["networkCode", "phoneNumber", "serviceCode", "sessionId", "text"], form.Keys.Order());
        Assert.Equal("*384*2667#", form["serviceCode"]);
        Assert.DoesNotContain(StandInProduct.HookKey, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_screen_comes_back_without_its_prefix_and_with_its_length()
    {
        var answer = await PostAsync("/handset/ussd", Keys("4"), ("Origin", Origin));
        var json = await answer.Content.ReadFromJsonAsync<Dictionary<string, object>>();
        Assert.Equal("160", json!["septets"].ToString());
        Assert.Equal("False", json["ends"].ToString());
        Assert.StartsWith("Ibikorwa", json["text"].ToString());
    }

    [Fact]
    public async Task Hanging_up_tells_the_product_that_the_session_is_incomplete()
    {
        var call = new { sessionId = "ATUid_1", phone = "+250788000103", network = "63510", status = "Incomplete", milliseconds = 4100, hops = 2 };
        var answer = await PostAsync("/handset/ended", call, ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var form = Assert.Single(_product.Ended);
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
            var answer = await PostAsync(path, Keys("1"), (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Empty(_product.Asked);
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_even_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_product.Address, "/handset/ussd")) { Content = new FormUrlEncodedContent([new("phone", "+250788000103")]) };
        request.Headers.Add("Origin", Origin);
        var answer = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_call_without_a_proper_session_is_refused(string session)
    {
        var call = new { sessionId = session, phone = "+250788000103", network = "63510", text = "" };
        var answer = await PostAsync("/handset/ussd", call, ("Origin", Origin));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_allows_only_what_comes_from_itself()
    {
        using var answer = await Client.GetAsync(new Uri(_product.Address, "/handset"));
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
        await using var product = await StandInProduct.StartAsync(enabled: false);
        foreach (var path in (string[])["/handset", "/handset/people"])
        {
            using var answer = await Client.GetAsync(new Uri(product.Address, path));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private string Origin => _product.Address.GetLeftPart(UriPartial.Authority);

    private static object Keys(string text) => new { sessionId = "ATUid_1", phone = "+250788000103", network = "63510", text };

    private async Task<HttpResponseMessage> PostAsync(string path, object body, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_product.Address, path)) { Content = JsonContent.Create(body) };
        request.Headers.Add(header.Name, header.Value);
        return await Client.SendAsync(request);
    }
}
