using CoopReach.Audit;

namespace CoopReach.Access;

/// <summary>
/// What is no password: too short, what everybody tries, a name of one's own, keys in a row. Nothing is said of capitals,
/// digits and signs: they make passwords hard to keep in mind, not hard to guess.
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;

    private const int FewestRuns = 4;
    private const int ShortestOwn = 4;

    private static readonly string[] Rows = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"];

    private static readonly Lazy<HashSet<string>> Known = new(Read);

    /// <summary>The phrase that says what is wrong; null when it is good.</summary>
    /// <param name="own">Login, name, cooperative: what others know of whoever it is.</param>
    public static string? Problem(string password, params string?[] own)
    {
        var small = password.ToLowerInvariant();
        return password switch
        {
            { Length: < Shortest } => "access.refused.password-short",
            { Length: > Longest } => "access.refused.password-long",
            _ when Spellings(small).Any(Known.Value.Contains) => "access.refused.password-known",
            _ when Spellings(small).Intersect(own.SelectMany(Owned)).Any() => "access.refused.password-own",
            _ when IsPattern(small) => "access.refused.password-pattern",
            _ => null,
        };
    }

    /// <exception cref="RefusedException">It is no good one.</exception>
    internal static void MustBeGood(string password, params string?[] own)
    {
        if (Problem(password, own) is { } problem)
        {
            throw RefusedException.Because(problem);
        }
    }

    /// <summary>As it is, without what is hung on at both ends, and with letters for the signs that stand for them.</summary>
    private static IEnumerable<string> Spellings(string small)
    {
        var core = Trim(small);
        return ((string[])[small, core, Letters(small), Letters(core), Trim(Letters(core))]).SelectMany(text => (string[])[text, Bare(text), Once(text)]).Where(text => text.Length > 0);
    }

    /// <summary>A login counts whole and up to its @; a name in its words, in either order.</summary>
    private static IEnumerable<string> Owned(string? text)
    {
        var small = (text ?? "").ToLowerInvariant();
        var words = small.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return ((string[])[small, Trim(small), Bare(small), small.Split('@')[0], string.Concat(words), string.Concat(words.Reverse()), .. words]).Where(word => word.Length >= ShortestOwn);
    }

    private static string Trim(string text)
    {
        var from = text.AsSpan().IndexOfAnyInRange('a', 'z');
        return from < 0 ? "" : text[from..(text.AsSpan().LastIndexOfAnyInRange('a', 'z') + 1)];
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsAsciiLetter));

    /// <summary>abcabcabc is abc.</summary>
    private static string Once(string text)
    {
        var again = text.Length > 1 ? (text + text).IndexOf(text, 1, StringComparison.Ordinal) : text.Length;
        return text[..Math.Min(again, text.Length)];
    }

    private static string Letters(string text) => string.Create(text.Length, text, (letters, from) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = from[i] switch { '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', var other => other };
        }
    });

    /// <summary>The same few characters again and again, or runs such as 12345678 and qwertz: hardly anything in it was chosen.</summary>
    private static bool IsPattern(string small) => Once(small).Length < Shortest && Once(small).Length < small.Length || Runs(small) < FewestRuns;

    /// <summary>How often it goes on otherwise than by the same, the next or the neighbouring key.</summary>
    private static int Runs(string small) => 1 + Enumerable.Range(1, small.Length - 1).Count(place => !Follows(small[place - 1], small[place]));

    private static bool Follows(char one, char next) =>
        Math.Abs(next - one) <= 1 || Rows.Any(row => row.Contains($"{one}{next}", StringComparison.Ordinal) || row.Contains($"{next}{one}", StringComparison.Ordinal));

    private static HashSet<string> Read()
    {
        using var file = typeof(PasswordRules).Assembly.GetManifestResourceStream("breached-passwords.txt")!;
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
