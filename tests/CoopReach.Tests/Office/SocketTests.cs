using System.Net;
using System.Net.WebSockets;
using CoopReach.Access;

namespace CoopReach.Tests.Office;

/// <summary>Who may open a circuit with a cookie that a browser sends by itself.</summary>
public sealed class SocketTests : IAsyncLifetime
{
    private Service _service = null!;

    public async Task InitializeAsync() => _service = await Service.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task A_page_of_another_host_opens_no_socket_and_our_own_does()
    {
        var own = _service.ClientOptions.BaseAddress;
        await ConnectAsync($"{own.Scheme}://{own.Authority}");

        foreach (var foreign in (string[])["https://evil.example", "null", $"http://{own.Host}:1"])
        {
            var refused = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(foreign));
            Assert.Contains("403", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nor_does_it_ask_for_one()
    {
        using var browser = new HttpClient { BaseAddress = _service.ClientOptions.BaseAddress };
        using var asked = new HttpRequestMessage(HttpMethod.Post, new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative));
        asked.Headers.Add("Origin", "https://evil.example");
        using var answer = await browser.SendAsync(asked);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task ConnectAsync(string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.SetRequestHeader("Cookie", $"{SessionCookie.Name}={await OfficeCookie.OfAsync(_service.Services, "manager@twz.demo")}");
        await socket.ConnectAsync(new UriBuilder(_service.ClientOptions.BaseAddress) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
    }
}
