using System.Globalization;
using CoopReach.Engine.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CoopReach.Channels.Handset;

/// <summary>
/// The mobile network between the handset and the product: calls our own hooks over real HTTP at this server's
/// loopback address, so that the key of the hooks never reaches a browser.
/// </summary>
internal sealed class HandsetNetwork(IServiceProvider services, IConfiguration settings) : IDisposable
{
    private readonly HttpClient _line = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(20),
    };

    private readonly TimeProvider _clock = services.GetService<TimeProvider>() ?? TimeProvider.System;

    /// <summary>Never throws for a hook that fails: the answer's status says so, as a network would tell its phone.</summary>
    public async Task<HandsetAnswer> AskAsync(HandsetKeys keys, CancellationToken cancel)
    {
        var started = _clock.GetTimestamp();
        var (status, body) = await PostAsync("ussd", FieldsOf(keys), cancel);
        var milliseconds = (long)_clock.GetElapsedTime(started).TotalMilliseconds;
        return Read(status, body, milliseconds);
    }

    /// <summary>Tells the product that the session is over. A hook that fails changes nothing for the phone.</summary>
    public async Task EndAsync(HandsetHangUp hangUp, CancellationToken cancel) =>
        await PostAsync("ussd-ended", FieldsOf(hangUp), cancel);

    public void Dispose() => _line.Dispose();

    private static HandsetAnswer Read(int status, string body, long milliseconds)
    {
        var ends = body.StartsWith("END ", StringComparison.Ordinal);
        if (status != StatusCodes.Status200OK || !(ends || body.StartsWith("CON ", StringComparison.Ordinal)))
        {
            return new(status == StatusCodes.Status200OK ? StatusCodes.Status502BadGateway : status, "", true, 0, milliseconds);
        }

        var screen = body[4..];
        return new(status, screen, ends, Gsm7.Septets(screen), milliseconds);
    }

    private Dictionary<string, string> FieldsOf(HandsetKeys keys) => new()
    {
        ["sessionId"] = keys.SessionId,
        ["phoneNumber"] = keys.Phone,
        ["networkCode"] = keys.Network,
        ["serviceCode"] = HandsetPeople.ServiceCode(settings),
        ["text"] = keys.Text,
    };

    private Dictionary<string, string> FieldsOf(HandsetHangUp hangUp) => new()
    {
        ["date"] = _clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        ["sessionId"] = hangUp.SessionId,
        ["serviceCode"] = HandsetPeople.ServiceCode(settings),
        ["networkCode"] = hangUp.Network,
        ["phoneNumber"] = hangUp.Phone,
        ["status"] = hangUp.Status,
        ["cost"] = "0.0000",
        ["durationInMillis"] = hangUp.Milliseconds.ToString(CultureInfo.InvariantCulture),
        ["hopsCount"] = hangUp.Hops.ToString(CultureInfo.InvariantCulture),
    };

    private async Task<(int Status, string Body)> PostAsync(string hook, Dictionary<string, string> fields, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(OwnAddress(), $"hooks/africastalking/{hook}"))
        {
            Content = new FormUrlEncodedContent(fields),
        };
        if (settings["Channels:AfricasTalking:HookKey"] is { Length: > 0 } key)
        {
            request.Headers.Add("X-Hook-Key", key);
        }

        try
        {
            using var response = await _line.SendAsync(request, cancel);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancel));
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return (StatusCodes.Status502BadGateway, "");
        }
    }

    /// <summary>Asked at each call, because a server told to listen on port 0 knows its address only once it runs.</summary>
    private Uri OwnAddress()
    {
        var listening = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return Loopback(listening.Select(BindingAddress.Parse).OrderBy(address => address.Scheme == "https").First());
    }

    internal static Uri Loopback(BindingAddress address)
    {
        var host = address.Host is "0.0.0.0" or "[::]" or "+" or "*" ? "127.0.0.1" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port, address.PathBase.TrimEnd('/') + "/").Uri;
    }
}
