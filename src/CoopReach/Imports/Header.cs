using CoopReach.People;

namespace CoopReach.Imports;

/// <summary>What a column of a list can say.</summary>
public enum Column
{
    Number,
    Name,
    FamilyName,
    GivenNames,
    Phone,
    NationalId,
    Sex,
    Birth,
    District,
    Sector,
    Cell,
    Village,
    VillageCode,
    Zone,
}

/// <summary>Which column says what, by the words people head them with in Kinyarwanda, English and French.</summary>
public sealed class Header
{
    private static readonly Dictionary<Column, string[]> Words = new()
    {
        [Column.Number] = ["No", "N", "Nr", "Number", "Member number", "Member no", "Numero", "Numero de membre", "No membre", "Nimero", "Nomero", "Nimero y'umunyamuryango"],
        [Column.Name] = ["Name", "Names", "Full name", "Member name", "Nom et prenom", "Noms et prenoms", "Noms", "Amazina", "Amazina yombi", "Izina"],
        [Column.FamilyName] = ["Family name", "Surname", "Last name", "Nom", "Nom de famille", "Izina ry'umuryango"],
        [Column.GivenNames] = ["Given names", "Given name", "First name", "Other names", "Prenom", "Prenoms", "Irindi zina", "Izina ry'idini"],
        [Column.Phone] = ["Phone", "Phone number", "Telephone", "Tel", "Mobile", "Numero de telephone", "Telefone", "Telefoni", "Nimero ya telefone", "Nimero ya telefoni"],
        [Column.NationalId] = ["National ID", "ID", "ID number", "NID", "Carte d'identite", "Numero d'identite", "CNI", "Indangamuntu", "Nimero y'indangamuntu"],
        [Column.Sex] = ["Sex", "Gender", "Sexe", "Igitsina"],
        [Column.Birth] = ["Birth", "Born", "Year of birth", "Birth year", "Date of birth", "DOB", "Annee de naissance", "Date de naissance", "Umwaka w'amavuko", "Itariki y'amavuko", "Yavutse"],
        [Column.District] = ["District", "Akarere"],
        [Column.Sector] = ["Sector", "Secteur", "Umurenge"],
        [Column.Cell] = ["Cell", "Cellule", "Akagari"],
        [Column.Village] = ["Village", "Umudugudu"],
        [Column.VillageCode] = ["Village code", "Code du village", "Kode y'umudugudu"],
        [Column.Zone] = ["Zone", "Zoni"],
    };

    private static readonly Dictionary<string, Column> Known =
        Words.SelectMany(pair => pair.Value, (pair, word) => (Simple(word), pair.Key)).ToDictionary();

    private readonly Dictionary<Column, int> _places = [];

    /// <exception cref="BadFileException">No column of names or none of member numbers.</exception>
    public Header(ListRow row)
    {
        for (var place = 0; place < row.Cells.Count; place++)
        {
            if (Known.TryGetValue(Simple(row.Cells[place]), out var column))
            {
                _places.TryAdd(column, place);
            }
        }

        if (!_places.ContainsKey(Column.Number) || !(_places.ContainsKey(Column.Name) || _places.ContainsKey(Column.FamilyName)))
        {
            throw BadFileException.Because("imports.refused.no-header");
        }
    }

    /// <summary>What the row says there, trimmed; null when it says nothing.</summary>
    public string? Of(ListRow row, Column column) =>
        _places.TryGetValue(column, out var place) && place < row.Cells.Count && row.Cells[place].Trim() is { Length: > 0 } text ? text : null;

    private static string Simple(string words) => string.Join(' ', NameSearch.Words(words));
}
