using System.Text.RegularExpressions;

namespace CoopReach.Office.Messages;

/// <summary>What a message says, for whoever looks after messages: what could be a PIN or a code is never shown, nor kept in a spreadsheet.</summary>
public static partial class FirstWords
{
    private const int Most = 60;

    /// <summary>All of it.</summary>
    public static string Veiled(string body) => Secret().Replace(body, hidden => new string('*', hidden.Length));

    /// <summary>Enough to know it again by.</summary>
    public static string Of(string body)
    {
        var line = Veiled(body).ReplaceLineEndings(" ");
        return line.Length <= Most ? line : $"{line[..Most].TrimEnd()}...";
    }

    /// <summary>Five digits alone, or six: amounts have their thousands apart and member numbers are shorter.</summary>
    [GeneratedRegex(@"(?<![\d,.*+/-])\d{5,6}(?![\d,*#/-])")]
    private static partial Regex Secret();
}
