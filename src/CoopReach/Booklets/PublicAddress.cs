namespace CoopReach.Booklets;

/// <summary>
/// Where the public reaches the service: setting <c>PublicUrl</c>. In Production an address of this machine itself is none:
/// papers then carry the code and what to dial, never a link that leads nowhere.
/// </summary>
public sealed class PublicAddress
{
    private const string Setting = "PublicUrl";

    private readonly string? _base;

    /// <exception cref="SettingException">It is set and no http or https address.</exception>
    public PublicAddress(IConfiguration configuration, IHostEnvironment environment)
    {
        var written = configuration[Setting] ?? "";
        if (written.Length == 0)
        {
            return;
        }

        var address = Uri.TryCreate(written, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new SettingException($"{Setting} is '{written}', which is no address. Write one as https://coop.example");
        _base = address.IsLoopback && environment.IsProduction() ? null : written.TrimEnd('/');
    }

    public bool IsKnown => _base is not null;

    /// <summary>Where a paper is checked; null where the address is not known.</summary>
    public string? OfPaper(string code) => _base is null ? null : $"{_base}/v/{code}";

    /// <summary>Says so once, at the start.</summary>
    internal void WarnWhenUnknown(ILogger logger)
    {
        if (!IsKnown)
        {
            logger.LogWarning("{Setting} is not set to where the public reaches this service: papers carry no link and no QR code", Setting);
        }
    }
}
