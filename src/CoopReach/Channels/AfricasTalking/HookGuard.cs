using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace CoopReach.Channels.AfricasTalking;

/// <summary>
/// Africa's Talking signs nothing, so a callback must know the key, come from an allowed network and carry our service
/// code; and no phone may ask more often than a person can.
/// </summary>
public sealed class HookGuard
{
    private readonly byte[] _key;
    private readonly IReadOnlyList<IPNetwork> _networks;
    private readonly PhonePace _pace;

    public HookGuard(IOptions<AfricasTalkingSettings> options, IHostEnvironment environment, TimeProvider clock)
    {
        var settings = options.Value;
        if (settings.HookKey.Length == 0 && !environment.IsDevelopment())
        {
            throw new SettingException(
                "Channels:AfricasTalking:HookKey must be set: without it anybody on the internet can speak as any phone.");
        }

        if (settings.StepsPerMinute < 1)
        {
            throw new SettingException($"Channels:AfricasTalking:StepsPerMinute is {settings.StepsPerMinute}. Write how many callbacks a minute one phone may make, 1 or more.");
        }

        _key = Digest(settings.HookKey);
        _networks = settings.Networks();
        _pace = new PhonePace(settings.StepsPerMinute, clock);
    }

    /// <summary>Compared in constant time, by digest, so that neither the key nor its length leaks.</summary>
    public bool KnowsKey(HttpRequest request)
    {
        string? given = request.Headers["X-Hook-Key"];
        return CryptographicOperations.FixedTimeEquals(Digest(given ?? request.Query["key"].ToString()), _key);
    }

    public bool IsAllowed(IPAddress? from) =>
        _networks.Count == 0 || (from is not null && _networks.Any(network => network.Contains(from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from)));

    public bool MayStep(string phone) => _pace.MayStep(phone);

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
