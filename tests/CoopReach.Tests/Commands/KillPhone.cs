using System.Text.RegularExpressions;

namespace CoopReach.Tests.Commands;

/// <summary>
/// A phone that works until the line is dead and then sends again what was not answered. A session it has ended is never
/// gone on with, so its last callback has one answer for ever.
/// </summary>
internal abstract partial class KillPhone(string number)
{
    private Call _call = Call.Begin([]);
    private (Call Call, string Screen)? _finished;

    /// <summary>What a row written by the last answer says where it came from.</summary>
    protected string Origin => $"ussd:{_call.Session}:{_call.Typed.Count}";

    protected abstract IReadOnlyList<string> Dial { get; }

    public async Task WorkAsync(HttpClient http, Action answered)
    {
        if (_call.Typed.Count == 0)
        {
            _call = Call.Begin(Dial);
        }

        while (await SendAsync(http, _call) is { } screen)
        {
            answered();
            if (Next(screen) is { } typed)
            {
                _call = _call with { Typed = [.. _call.Typed, typed] };
            }
            else
            {
                (_finished, _call) = ((_call, screen), Call.Begin(Dial));
            }
        }
    }

    /// <summary>The last callback of the session ended last, once more: what was said then, and what is said now.</summary>
    public async Task<(string? Before, string? Now)> AskAgainAsync(HttpClient http) =>
        _finished is { } last ? (last.Screen, await SendAsync(http, last.Call)) : (null, null);

    /// <summary>What to type at this screen; null to hang up and dial again.</summary>
    protected abstract string? Next(string screen);

    protected static string? Choice(string screen, string label) =>
        Choices().Matches(screen).FirstOrDefault(choice => choice.Groups[2].Value == label)?.Groups[1].Value;

    private async Task<string?> SendAsync(HttpClient http, Call call)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["sessionId"] = call.Session, ["serviceCode"] = "*384*2667#", ["phoneNumber"] = number, ["networkCode"] = "63510", ["text"] = string.Join('*', call.Typed),
        });
        try
        {
            using var response = await http.PostAsync(new Uri("/hooks/africastalking/ussd?key=a-key-that-must-not-be-logged", UriKind.Relative), form);
            return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        }
        catch (Exception dead) when (dead is IOException or HttpRequestException { StatusCode: null })
        {
            return null;
        }
    }

    [GeneratedRegex("^([0-9]+) (.*)$", RegexOptions.Multiline)]
    private static partial Regex Choices();

    private sealed record Call(string Session, IReadOnlyList<string> Typed)
    {
        public static Call Begin(IReadOnlyList<string> dial) => new($"kill-{Guid.NewGuid():N}", dial);
    }
}

/// <summary>Eric's phone, one of eight sessions of it: a delivery after the other, of other members and weights.</summary>
internal sealed partial class CollectorPhone(Told told, int lane) : KillPhone("+250788000150")
{
    private static readonly string[] Members = ["0101", "0102", "0103", "0104", "0105", "0106"];

    private int _deliveries;

    protected override IReadOnlyList<string> Dial => ["5"];

    protected override string? Next(string screen)
    {
        if (Saved().Match(screen) is { Success: true } saved)
        {
            told.Saved.Add(new(long.Parse(saved.Groups[1].Value), saved.Groups[2].Value, Origin));
            return null;
        }

        return screen switch
        {
            _ when screen.Contains("(PIN", StringComparison.Ordinal) => "93527",
            _ when screen.Contains("Shyiramo nomero", StringComparison.Ordinal) => Members[(lane + ++_deliveries) % Members.Length],
            _ when screen.Contains("Ibiro hamwe", StringComparison.Ordinal) => $"{20 + lane}.{_deliveries % 10}",
            _ when screen.Contains("Ibiro by'imifuka", StringComparison.Ordinal) => "0",
            _ when screen.StartsWith("CON", StringComparison.Ordinal) => "1",
            _ => null,
        };
    }

    [GeneratedRegex("^CON Byabitswe: nomero ([0-9]+), kode ([0-9A-Z]{4})\\.")]
    private static partial Regex Saved();
}

/// <summary>Alice looks at her newest order and says that it is right.</summary>
internal sealed partial class AcceptingPhone(Told told) : KillPhone("+250788000101")
{
    protected override IReadOnlyList<string> Dial => ["2"];

    protected override string? Next(string screen)
    {
        if (Accepted().Match(screen) is { Success: true } accepted)
        {
            told.Accepted.Add(long.Parse(accepted.Groups[1].Value));
            return null;
        }

        return screen switch
        {
            _ when screen.Contains("Enter your PIN", StringComparison.Ordinal) => "40718",
            _ when screen.Contains("What you delivered", StringComparison.Ordinal) => "1",
            _ when screen.Contains("already answered", StringComparison.Ordinal) => null,
            _ when screen.Contains("Is it right?", StringComparison.Ordinal) => "1",
            _ => Choice(screen, "Right?"),
        };
    }

    [GeneratedRegex("You accepted order ([0-9]+)\\.")]
    private static partial Regex Accepted();
}
