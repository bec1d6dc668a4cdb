using System.Globalization;
using System.Text.Json.Serialization;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.People;
using CoopReach.Registry;

namespace CoopReach.Imports;

/// <summary>A row of a list, understood as far as it can be. What cannot be is left empty and said in a finding; nothing is guessed.</summary>
/// <param name="Broken">It has no name or no number: nobody can be made of it.</param>
internal sealed record MemberRow(string Number, PersonForm Form, string? Phone, string? NationalId, string? Zone, bool Broken)
{
    private const int FirstSerialDay = 5_000;
    private const int LastSerialDay = 60_000;

    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary>Not sealed with the row: they are kept beside it.</summary>
    [JsonIgnore]
    public IReadOnlyList<Value> Findings { get; init; } = [];

    public static MemberRow Read(Header header, ListRow row, DateOnly today)
    {
        var findings = new List<Value>();
        var number = header.Of(row, Column.Number);
        var (family, given) = Names(header, row);
        if (family is null || number is null)
        {
            findings.Add(Value.Phrase(family is not null ? "imports.finding.no-number" : number is not null ? "imports.finding.no-name" : "imports.finding.nobody"));
        }

        var form = new PersonForm(family ?? "", given)
        {
            Sex = Sex(header.Of(row, Column.Sex), findings),
            VillageCode = Places.Find(header, row, findings),
        };
        form = WithBirth(form, header.Of(row, Column.Birth), today, findings);

        return new MemberRow(
            number ?? "", form, PhoneOf(header.Of(row, Column.Phone), findings), IdOf(header.Of(row, Column.NationalId), form, today, findings),
            header.Of(row, Column.Zone), family is null || number is null) { Findings = findings };
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

    private static string? Sex(string? text, List<Value> findings)
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
                findings.Add(Value.Phrase("imports.finding.sex", ("said", text)));
                return null;
        }
    }

    private static PersonForm WithBirth(PersonForm form, string? text, DateOnly today, List<Value> findings)
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
        if (read?.ProblemsOfBirth(today) is [])
        {
            return read;
        }

        findings.Add(Value.Phrase("imports.finding.birth", ("said", text)));
        return form;
    }

    private static string? PhoneOf(string? text, List<Value> findings)
    {
        if (text is null || PhoneNumber.TryParseMobile(text, out var number) is var fine && !fine)
        {
            if (text is not null)
            {
                findings.Add(text.Contains('E', StringComparison.OrdinalIgnoreCase) && text.Any(char.IsAsciiDigit)
                    ? Value.Phrase("imports.finding.phone-cut")
                    : Value.Phrase("imports.finding.phone", ("said", text)));
            }

            return null;
        }

        return number;
    }

    private static string? IdOf(string? text, PersonForm form, DateOnly today, List<Value> findings)
    {
        if (text is null)
        {
            return null;
        }

        if (!People.NationalId.TryParse(text, today.Year, out var id))
        {
            findings.Add(Value.Phrase(text.Contains("E+", StringComparison.OrdinalIgnoreCase) ? "imports.finding.id-cut" : "imports.finding.id"));
            return null;
        }

        findings.AddRange(id.Disagreements(form.Sex, form.BirthYear ?? form.BirthDate?.Year));
        return id.Digits;
    }
}
