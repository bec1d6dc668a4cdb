using System.Globalization;
using CoopReach.Outbox;

namespace CoopReach.Channels.Gateways;

/// <summary>What the status of a reply says of all recipients, where its body says nothing better.</summary>
internal static class HttpVerdict
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static SendResult Of(Letter letter, ProviderReply reply)
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"HTTP {reply.Status}");
        return reply.Status switch
        {
            >= 200 and < 300 => All(letter, Fate.Unknown, $"a reply nobody can read ({reason})"),
            401 or 403 => All(letter, Fate.Held, $"the account was not let in ({reason})", new(reason, null)),
            429 => All(letter, Fate.Held, $"too many requests ({reason})", new(reason, PauseOf(reply) ?? Usual)),
            503 => All(letter, Fate.Later, $"not available ({reason})", PauseOf(reply) is { } pause ? new(reason, pause) : null),
            >= 400 and < 500 => All(letter, Fate.Refused, reason),
            // It may have been taken before something broke; and a redirection is no answer at all.
            _ => All(letter, Fate.Unknown, reason),
        };
    }

    /// <summary>What the provider asks for, within reason.</summary>
    public static TimeSpan? PauseOf(ProviderReply reply) => reply.RetryAfter is { } asked
        ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, Shortest.Ticks, Longest.Ticks))
        : null;

    private static SendResult All(Letter letter, Fate fate, string reason, Halt? halt = null) =>
        SendResult.ForAll(letter, new Verdict(fate, Reason: reason), halt);
}
