using System.Net.Http.Headers;
using System.Text;

namespace CoopReach.Channels.Gateways;

/// <summary>What a provider answered, whatever it is.</summary>
/// <param name="RetryAfter">How long it asks to be left alone, where it says so.</param>
internal sealed record ProviderReply(int Status, string Body, TimeSpan? RetryAfter = null)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Read as UTF-8 whatever it says of itself: a wrong charset must not hide what was answered.</summary>
    public static async Task<ProviderReply> ReadAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancel) => new(
        (int)response.StatusCode,
        Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancel)),
        Until(response.Headers.RetryAfter, now));

    private static TimeSpan? Until(RetryConditionHeaderValue? asked, DateTimeOffset now) => asked?.Delta ?? (asked?.Date - now);
}
