namespace CoopReach.Channels.Gateways;

/// <summary>Where a provider is asked: its own host, or the one a setting names.</summary>
internal static class GatewayAddress
{
    /// <param name="setting">Its whole name, for whoever has to correct it.</param>
    /// <exception cref="SettingException">It is set and no http or https address.</exception>
    public static Uri Of(string setting, string written, string usual, string path)
    {
        var host = (written.Length == 0 ? usual : written).TrimEnd('/');
        return Uri.TryCreate(host + path, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new SettingException($"{setting} is '{written}', which is no address. Write one as {usual}, or leave it out.");
    }

    /// <summary>A secret goes into a header as it is, so it is one word of plain letters.</summary>
    /// <exception cref="SettingException">It has a space, a line break or another sign no key has. The secret itself is not repeated.</exception>
    public static void RequireOneWord(string setting, string secret)
    {
        if (secret.Any(letter => letter is <= ' ' or > '~'))
        {
            throw new SettingException($"{setting} has a space or a sign that no key has. Write it as the provider shows it.");
        }
    }
}
