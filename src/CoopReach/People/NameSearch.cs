using System.Text;

namespace CoopReach.People;

/// <summary>Names as they are compared: capitals without accents, the words in alphabetical order, whichever order they were said in.</summary>
public static class NameSearch
{
    private const string Accented = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝ";
    private const string Plain = "AAAAAACEEEEIIIINOOOOOUUUUY";

    public static string Of(string familyName, string givenNames) => Of($"{familyName} {givenNames}");

    public static string Of(string name) => string.Join(' ', Words(name).Order(StringComparer.Ordinal));

    /// <summary>The words of a name, simplified, in the order they were said in. What joins words (hyphen, dot) parts them here.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name.ToUpperInvariant())
        {
            text.Append(Simple(letter));
        }

        return text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Simple(char letter) => letter switch
    {
        '\'' or '\u2019' => "",
        _ when Accented.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place => Plain[place].ToString(),
        _ when char.IsLetterOrDigit(letter) => letter.ToString(),
        _ => " ",
    };
}
