using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using CoopReach.Engine;
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

/// <summary>Says of a callback's form what is wrong with it, in one line; null when nothing is.</summary>
internal static class CallbackForm
{
    public const int LongestText = 1000;
    public const int MostInputs = 64;

    private static readonly string[] Fields = ["sessionId", "serviceCode", "phoneNumber", "networkCode", "text", "status"];

    public static string? Problem(IFormCollection form, string serviceCode, out string phone)
    {
        phone = "";
        return ProblemOfRepeats(form)
            ?? ProblemOfSession(form["sessionId"].ToString())
            ?? (PhoneNumber.TryParse(form["phoneNumber"].ToString(), out phone) ? null : "phoneNumber is missing or is no phone number")
            ?? (form["serviceCode"] == serviceCode ? null : "serviceCode is not ours")
            ?? (IsNetworkCode(form["networkCode"].ToString()) ? null : "networkCode is no network code");
    }

    public static string? ProblemOfText(string text)
    {
        if (text.Length > LongestText)
        {
            return string.Create(CultureInfo.InvariantCulture, $"text is longer than {LongestText} characters");
        }

        return text.Any(char.IsControl) ? "text has a control character"
            : text.Count(letter => letter == '*') >= MostInputs ? string.Create(CultureInfo.InvariantCulture, $"text has more than {MostInputs} inputs")
            : null;
    }

    public static string? ProblemOfSession(string session) => session switch
    {
        "" => "sessionId is missing",
        { Length: > 128 } => "sessionId is longer than 128 characters",
        _ when session.Any(letter => letter is < '!' or > '~') => "sessionId has a character that no session id has",
        _ => null,
    };

    /// <summary>A field given twice says two things, and a form joins them into one that nobody said.</summary>
    private static string? ProblemOfRepeats(IFormCollection form) =>
        Fields.FirstOrDefault(field => form[field].Count > 1) is { } twice ? $"{twice} is there twice" : null;

    /// <summary>Empty, or a code; one that is not known is no error.</summary>
    private static bool IsNetworkCode(string code) => code.Length <= 16 && code.All(char.IsAsciiLetterOrDigit);
}
