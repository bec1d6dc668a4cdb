using System.Net.Sockets;
using CoopReach.Channels.Gateways;
using CoopReach.Outbox;
using Polly.Timeout;

namespace CoopReach.Tests.Channels.Gateways;

/// <summary>Which failures are before anything was sent, and which leave a doubt.</summary>
public sealed class LineFaultTests
{
    private static readonly Dictionary<string, (Exception Fault, Fate? Fate)> Faults = new()
    {
        ["no such host"] = (new HttpRequestException(HttpRequestError.NameResolutionError), Fate.Later),
        ["nobody listens"] = (new HttpRequestException(HttpRequestError.ConnectionError), Fate.Later),
        ["no trust"] = (new HttpRequestException(HttpRequestError.SecureConnectionError), Fate.Later),
        ["no way through the proxy"] = (new HttpRequestException(HttpRequestError.ProxyTunnelError), Fate.Later),
        // How the framework says that a connection took too long to stand.
        ["no connection in time"] = (new TaskCanceledException("", new TimeoutException()), Fate.Later),
        ["the reply broke off"] = (new HttpRequestException(HttpRequestError.ResponseEnded), Fate.Unknown),
        ["a reply against the protocol"] = (new HttpRequestException(HttpRequestError.InvalidResponse), Fate.Unknown),
        ["a reply too long"] = (new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded), Fate.Unknown),
        ["something else"] = (new HttpRequestException(HttpRequestError.Unknown), Fate.Unknown),
        ["the socket broke"] = (new IOException("", new SocketException()), Fate.Unknown),
        ["no answer"] = (new TimeoutRejectedException(), Fate.Unknown),
        ["told to stop"] = (new OperationCanceledException(), Fate.Unknown),
        ["our own fault"] = (new InvalidOperationException(), null),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_what_certainly_never_left_is_tried_later(string name) =>
        Assert.Equal(Faults[name].Fate, LineFault.Of(TestGateways.Letter(), Faults[name].Fault)?.Verdicts[0].Fate);
}
