using CoopReach.Outbox;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CoopReach.Channels.Gateways;

/// <summary>
/// What a broken line says of a message. Before the connection stood nothing was sent, and it may be tried again; after
/// that nobody knows whether the provider took it.
/// </summary>
internal static class LineFault
{
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(1);

    public static SendResult? Of(Letter letter, Exception fault) => fault switch
    {
        BrokenCircuitException broken => Held(letter, broken.RetryAfter),
        _ when IsBeforeSending(fault) => All(letter, Fate.Later, $"no connection ({NameOf(fault)})"),
        TimeoutRejectedException => All(letter, Fate.Unknown, "no answer in time"),
        HttpRequestException or IOException => All(letter, Fate.Unknown, $"the connection broke after the message had left ({NameOf(fault)})"),
        OperationCanceledException => All(letter, Fate.Unknown, "given up while sending"),
        _ => null,
    };

    /// <summary>Certainly nothing was sent: no such host, nobody listens, no trust, or no connection in time.</summary>
    public static bool IsBeforeSending(Exception fault) => fault switch
    {
        HttpRequestException http => http.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };

    private static SendResult Held(Letter letter, TimeSpan? left)
    {
        const string Reason = "nobody answers at the provider's address";
        return SendResult.ForAll(letter, new Verdict(Fate.Held, Reason: Reason), new Halt(Reason, left > Probe ? left : Probe));
    }

    private static SendResult All(Letter letter, Fate fate, string reason) => SendResult.ForAll(letter, new Verdict(fate, Reason: reason));

    private static string NameOf(Exception fault) => fault is HttpRequestException http ? $"{http.HttpRequestError}" : fault.GetType().Name;
}
