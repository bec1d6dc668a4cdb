using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoopReach.Channels.Twilio;

/// <summary>
/// Whether a callback comes from Twilio: the address it was sent to and its fields, signed with the account's token. The
/// address is signed as it was configured, letter by letter, with its port or without.
/// </summary>
internal static class TwilioSignature
{
    /// <param name="fields">Of a form; none for a GET.</param>
    public static bool IsValid(string token, string signature, string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var signed = Written(fields);
        var given = Encoding.UTF8.GetBytes(signature);
        var valid = false;
        foreach (var address in AddressesOf(url))
        {
            // All are compared, so that how long it takes tells nothing.
            valid |= CryptographicOperations.FixedTimeEquals(given, Sign(token, address + signed));
        }

        return valid;
    }

    /// <summary>A body that is no form is not signed itself: its digest stands in the address.</summary>
    public static bool IsValidBody(string token, string signature, string url, ReadOnlySpan<byte> body)
    {
        var told = url.Split(['?', '&']).Skip(1).FirstOrDefault(field => field.StartsWith("bodySHA256=", StringComparison.Ordinal))?["bodySHA256=".Length..];
        var digest = Convert.ToHexStringLower(SHA256.HashData(body));

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(told ?? ""), Encoding.UTF8.GetBytes(digest)) & IsValid(token, signature, url, []);
    }

    /// <summary>By name, letter code by letter code; of a repeated name each value once.</summary>
    private static string Written(IEnumerable<KeyValuePair<string, string>> fields) => string.Concat(fields
        .Distinct()
        .OrderBy(field => field.Key, StringComparer.Ordinal).ThenBy(field => field.Value, StringComparer.Ordinal)
        .Select(field => field.Key + field.Value));

    /// <summary>Without a port and with one; and an apostrophe in the query may have been signed as %27.</summary>
    private static IEnumerable<string> AddressesOf(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = url.IndexOfAny(['/', '?'], start) is >= 0 and var found ? found : url.Length;
        var (host, port) = Split(url[start..end]);
        var standard = url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        foreach (var rest in new[] { url[end..], url[end..].Replace("'", "%27", StringComparison.Ordinal) })
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{url[..start]}{host}{rest}");
            yield return string.Create(CultureInfo.InvariantCulture, $"{url[..start]}{host}{(port.Length == 0 ? standard : port)}{rest}");
        }
    }

    /// <summary>The port is behind the last colon, unless that stands inside [::1] or before an @.</summary>
    private static (string Host, string Port) Split(string authority)
    {
        var colon = authority.LastIndexOf(':');
        return colon > authority.LastIndexOfAny([']', '@']) ? (authority[..colon], authority[colon..]) : (authority, "");
    }

#pragma warning disable CA5350 // The provider chose the algorithm.
    private static byte[] Sign(string token, string text) =>
        Encoding.UTF8.GetBytes(Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text))));
#pragma warning restore CA5350
}
