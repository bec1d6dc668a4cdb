using System.Globalization;
using CoopReach.Engine;
using CoopReach.People;
using CoopReach.Registry;

namespace CoopReach.Imports;

/// <summary>A row of a list, understood as far as it can be. What cannot be is left empty and said in a finding; nothing is guessed.</summary>
/// <param name="Broken">It has no name or no number: nobody can be made of it.</param>
internal sealed record MemberRow(string Number, PersonForm Form, string? Phone, string? NationalId, string? Zone, bool Broken, IReadOnlyList<string> Findings)
{
    private const int FirstSerialDay = 5_000;
    private const int LastSerialDay = 60_000;

    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    public static MemberRow Read(Header header, ListRow row, DateOnly today)
    {
        var findings = new List<string>();
        var number = header.Of(row, Column.Number);
        var (family, given) = Names(header, row);
        if (family is null || number is null)
        {
            findings.Add(family is null && number is null ? "Neither name nor number: this row is nobody." : family is null ? "The name is missing." : "The member number is missing.");
        }

        var form = new PersonForm(family ?? "", given)
        {
            Sex = Sex(header.Of(row, Column.Sex), findings),
            VillageCode = Places.Find(header, row, findings),
        };
        form = WithBirth(form, header.Of(row, Column.Birth), today, findings);

        return new MemberRow(
            number ?? "", form, PhoneOf(header.Of(row, Column.Phone), findings), IdOf(header.Of(row, Column.NationalId), form, today, findings),
            header.Of(row, Column.Zone), family is null || number is null, findings);
    }

    /// <summary>In one cell the family name comes first, in capitals when others are not: UWASE Alice, UWASE MUKAMANA Alice.</summary>
    private static (string? Family, string Given) Names(Header header, ListRow row)
    {
        if (header.Of(row, Column.FamilyName) is { } family && NameSearch.Of(family).Length > 0)
        {
            return (family, header.Of(row, Column.GivenNames) ?? "");
        }

        var words = (header.Of(row, Column.Name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var capitals = words.TakeWhile(word => word.Length > 1 && !word.Any(char.IsLower)).Count();
        var first = capitals > 0 && capitals < words.Length ? capitals : Math.Min(1, words.Length);

        return NameSearch.Of(string.Join(' ', words)).Length == 0 ? (null, "") : (string.Join(' ', words[..first]), string.Join(' ', words[first..]));
    }

    private static string? Sex(string? text, List<string> findings)
    {
        switch (text?.ToUpperInvariant())
        {
            case null:
                return null;
            case "F" or "FEMALE" or "FEMININ" or "FÉMININ" or "GORE" or "UMUGORE":
                return "female";
            case "M" or "H" or "MALE" or "MASCULIN" or "GABO" or "UMUGABO":
                return "male";
            default:
                findings.Add($"The sex '{text}' was not understood and is left empty.");
                return null;
        }
    }

    private static PersonForm WithBirth(PersonForm form, string? text, DateOnly today, List<string> findings)
    {
        if (text is null)
        {
            return form;
        }

        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) switch
        {
            true when number is >= FirstSerialDay and <= LastSerialDay => form with { BirthDate = SerialZero.AddDays(number) },
            true => form with { BirthYear = number },
            false when DateOnly.TryParseExact(text, ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd", "dd-MM-yyyy", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                => form with { BirthDate = date },
            _ => null,
        };
        if (read is not null && read.Problems(today).All(problem => !problem.Contains("birth", StringComparison.Ordinal)))
        {
            return read;
        }

        findings.Add($"The birth '{text}' was not understood and is left empty.");
        return form;
    }

    private static string? PhoneOf(string? text, List<string> findings)
    {
        if (text is null || PhoneNumber.TryParseMobile(text, out var number) is var fine && !fine)
        {
            if (text is not null)
            {
                findings.Add(text.Contains('E', StringComparison.OrdinalIgnoreCase) && text.Any(char.IsAsciiDigit)
                    ? "The phone lost its last digits in the spreadsheet: format the column as text and type it again."
                    : $"The phone '{text}' is no Rwandan mobile number and is left empty.");
            }

            return null;
        }

        return number;
    }

    private static string? IdOf(string? text, PersonForm form, DateOnly today, List<string> findings)
    {
        if (text is null)
        {
            return null;
        }

        if (!People.NationalId.TryParse(text, today.Year, out var id))
        {
            findings.Add(text.Contains("E+", StringComparison.OrdinalIgnoreCase)
                ? "The national ID lost its last digits in the spreadsheet: format the column as text and type it again."
                : "The national ID has not the 16 digits of a card and is left empty.");
            return null;
        }

        findings.AddRange(id.Disagreements(form.Sex, form.BirthYear ?? form.BirthDate?.Year));
        return id.Digits;
    }
}
