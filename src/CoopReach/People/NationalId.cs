using System.Text.RegularExpressions;
using CoopReach.Engine.Phrases;

namespace CoopReach.People;

/// <summary>
/// A Rwandan national identity number of 16 digits: status, birth year, sex, birth order, issue, two security digits.
/// Only its issuer knows the rule of the security digits, so nothing here pretends to check them.
/// </summary>
public readonly partial record struct NationalId
{
    private NationalId(string digits) => Digits = digits;

    public string Digits { get; }

    public int BirthYear => (1000 * (Digits[1] - '0')) + (100 * (Digits[2] - '0')) + (10 * (Digits[3] - '0')) + (Digits[4] - '0');

    /// <summary>female or male.</summary>
    public string Sex => Digits[5] == '7' ? "female" : "male";

    /// <summary>What a screen may show: 1 1990 8 ******* * **.</summary>
    public string Masked => $"{Digits[0]} {Digits[1..5]} {Digits[5]} ******* * **";

    /// <summary>Takes a number with or without the spaces of the card; refuses what has letters, another length or a year to come.</summary>
    public static bool TryParse(string? text, int thisYear, out NationalId id)
    {
        var digits = Separators().Replace(text ?? "", "");
        id = Form().IsMatch(digits) ? new NationalId(digits) : default;

        return id != default && id.BirthYear <= thisYear;
    }

    /// <summary>Where the number and the form say different things. A warning: forms are wrong more often than cards.</summary>
    public IReadOnlyList<Value> Disagreements(string? sex, long? birthYear)
    {
        var found = new List<Value>();
        if (sex is not null && sex != Sex)
        {
            found.Add(Value.Phrase(Sex == "female" ? "registry.finding.id-of-woman" : "registry.finding.id-of-man"));
        }

        if (birthYear is { } year && year != BirthYear)
        {
            found.Add(Value.Phrase("registry.finding.id-year", ("card", $"{BirthYear}"), ("form", $"{year}")));
        }

        return found;
    }

    /// <summary>Masked, so that a log or an exception never holds the number by accident.</summary>
    public override string ToString() => Digits is null ? "" : Masked;

    [GeneratedRegex(@"^[123](19|20)[0-9]{2}[78][0-9]{10}\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"[\s.\-]")]
    private static partial Regex Separators();
}
