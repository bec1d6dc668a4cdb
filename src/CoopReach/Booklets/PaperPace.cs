using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopReach.Booklets;

/// <summary>
/// How often an address may ask about papers: somebody with a bundle of them may check 20 in a minute, and 200 in a day.
/// A guesser of order codes is through with one order after some twelve years.
/// </summary>
internal static class PaperPace
{
    public const string Policy = "papers";

    private const int MostInMinute = 20;
    private const int MostInDay = 200;

    public static void Add(RateLimiterOptions options)
    {
        options.AddPolicy(Policy, context => RateLimitPartition.Get(NetworkOf(context.Connection.RemoteIpAddress), _ => Limiter()));
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, cancel) => PaperEndpoint.RefuseAsync(context.HttpContext, cancel);
    }

    /// <summary>The address; of the new kind the network, since a household has millions of those.</summary>
    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8)) : plain.ToString();
    }

    private static RateLimiter Limiter() => RateLimiter.CreateChained(
        new FixedWindowRateLimiter(new() { PermitLimit = MostInMinute, Window = TimeSpan.FromMinutes(1) }),
        new FixedWindowRateLimiter(new() { PermitLimit = MostInDay, Window = TimeSpan.FromDays(1) }));
}
