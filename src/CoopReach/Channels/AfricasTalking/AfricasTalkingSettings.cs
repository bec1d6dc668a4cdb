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

    /// <summary>The account SMS leave through; <c>sandbox</c> for the simulator. Empty, like the key: SMS do not leave this way.</summary>
    public string Username { get; set; } = "";

    /// <summary>Goes out in the header <c>apiKey</c> and into no log.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>A short code or a registered name; empty: the shared sender.</summary>
    public string SenderId { get; set; } = "";

    /// <summary>Another host than the provider's own, for tests and proxies.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Whether the gateway may answer before it has looked at each recipient; not said when left out.</summary>
    public bool? Enqueue { get; set; }

    /// <summary>The short code members can write to, where there is one: whoever does is told what to dial.</summary>
    public string TwoWayShortCode { get; set; } = "";

    /// <exception cref="SettingException">Only one of the two is there.</exception>
    internal bool CanSend() => (Username.Length > 0, ApiKey.Length > 0) switch
    {
        (true, false) => throw new SettingException("Channels:AfricasTalking:ApiKey must be set, because Channels:AfricasTalking:Username is."),
        (false, true) => throw new SettingException("Channels:AfricasTalking:Username must be set, because Channels:AfricasTalking:ApiKey is."),
        (var both, _) => both,
    };

    /// <exception cref="SettingException">One of them is no network.</exception>
    internal IReadOnlyList<IPNetwork> Networks() => [.. AllowedNetworks.Select(Parse)];

    private static IPNetwork Parse(string network) => IPNetwork.TryParse(network, out var parsed)
        ? parsed
        : throw new SettingException($"Channels:AfricasTalking:AllowedNetworks has '{network}', which is no network. Write one as 52.0.0.0/8, from its first address.");
}
