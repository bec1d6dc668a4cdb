using System.Globalization;
using CoopReach.Engine;

namespace CoopReach.Channels.AfricasTalking;

/// <summary>Says of a callback's form what is wrong with it, in one line; null when nothing is.</summary>
internal static class CallbackForm
{
    public const int LongestText = 1000;
    public const int MostInputs = 64;

    private static readonly string[] Fields = ["sessionId", "serviceCode", "phoneNumber", "networkCode", "text", "status"];

    private const int LongestId = 128;

    public static string? Problem(IFormCollection form, string serviceCode, out string phone)
    {
        phone = "";
        return ProblemOfRepeats(form, Fields)
            ?? ProblemOfId(form, "sessionId")
            ?? ProblemOfPhone(form, "phoneNumber", out phone)
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

    public static string? ProblemOfId(IFormCollection form, string field) => form[field].ToString() switch
    {
        "" => $"{field} is missing",
        { Length: > LongestId } => string.Create(CultureInfo.InvariantCulture, $"{field} is longer than {LongestId} characters"),
        var id when id.Any(letter => letter is < '!' or > '~') => $"{field} has a character that no id has",
        _ => null,
    };

    /// <summary>A field given twice says two things, and a form joins them into one that nobody said.</summary>
    public static string? ProblemOfRepeats(IFormCollection form, params IEnumerable<string> fields) =>
        fields.FirstOrDefault(field => form[field].Count > 1) is { } twice ? $"{twice} is there twice" : null;

    public static string? ProblemOfPhone(IFormCollection form, string field, out string phone) =>
        PhoneNumber.TryParse(form[field].ToString(), out phone) ? null : $"{field} is missing or is no phone number";

    /// <summary>Empty, or a code; one that is not known is no error.</summary>
    private static bool IsNetworkCode(string code) => code.Length <= 16 && code.All(char.IsAsciiLetterOrDigit);
}
