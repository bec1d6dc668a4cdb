using System.Globalization;

namespace CoopReach.Engine.Phrases;

/// <summary>What no text may have in it, whatever the language.</summary>
internal static class PhraseText
{
    // Each of these would turn a message of 160 characters into parts of 70, and they look like the plain one.
    private const string FalseApostrophes = "\u2018\u2019\u201B\u02BC\u00B4\u0060";

    public static IEnumerable<string> Faults(Template template)
    {
        var text = template.Text;
        if (text.Length == 0)
        {
            yield return "is empty";
        }

        if (template.Misread is { } place)
        {
            yield return $"has a bad placeholder at '{place}': only {{{{name}}}} is understood";
        }

        foreach (var apostrophe in text.Where(FalseApostrophes.Contains).Distinct())
        {
            yield return $"has {Code(apostrophe)} where only ' may stand";
        }

        foreach (var control in text.Where(c => char.IsControl(c) && c != '\n').Distinct())
        {
            yield return $"has the control character {Code(control)}";
        }

        if (text.Length > 0 && (IsSpace(text[0]) || IsSpace(text[^1])))
        {
            yield return "begins or ends with a space";
        }
    }

    private static bool IsSpace(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    private static string Code(char c) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}");
}
