using System.Net;

namespace CoopReach.Channels.AfricasTalking;

/// <summary>Section <c>Channels:AfricasTalking</c> of the settings.</summary>
public sealed class AfricasTalkingSettings
{
    /// <summary>The code people dial, exactly as the gateway sends it back.</summary>
    public string ServiceCode { get; set; } = "*384*2667#";

    /// <summary>The secret of the callback addresses: <c>?key=</c> or header <c>X-Hook-Key</c>. May be empty in Development only.</summary>
    public string HookKey { get; set; } = "";

    /// <summary>Networks callbacks may come from, for example 52.0.0.0/8; empty: any.</summary>
    public string[] AllowedNetworks { get; set; } = [];

    /// <summary>Callbacks a minute from one phone; a person makes fewer than 60.</summary>
    public int StepsPerMinute { get; set; } = 240;

    /// <exception cref="SettingException">One of them is no network.</exception>
    internal IReadOnlyList<IPNetwork> Networks() => [.. AllowedNetworks.Select(Parse)];

    private static IPNetwork Parse(string network) => IPNetwork.TryParse(network, out var parsed)
        ? parsed
        : throw new SettingException($"Channels:AfricasTalking:AllowedNetworks has '{network}', which is no network. Write one as 52.0.0.0/8, from its first address.");
}
