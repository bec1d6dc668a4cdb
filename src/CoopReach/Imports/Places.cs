using CoopReach.Cooperatives;
using CoopReach.Engine.Phrases;
using CoopReach.People;

namespace CoopReach.Imports;

/// <summary>From names of places to a code, as deep as the names are sure: 1,817 villages share their name with another.</summary>
internal static class Places
{
    private static readonly (Column Column, string Level)[] Steps =
        [(Column.District, "district"), (Column.Sector, "sector"), (Column.Cell, "cell"), (Column.Village, "village")];

    private static readonly Lazy<ILookup<(string, string), Division>> ByName =
        new(() => Divisions.All.ToLookup(division => (division.Level, NameSearch.Of(division.Name))));

    public static string? Find(Header header, ListRow row, List<Value> findings)
    {
        if (header.Of(row, Column.VillageCode) is { } code)
        {
            return Divisions.IsHome(code) ? code : Say(Value.Phrase("imports.finding.village-code", ("said", code)), findings);
        }

        List<Division>? found = null;
        var before = findings.Count;
        foreach (var (column, level) in Steps)
        {
            if (header.Of(row, column) is { } name)
            {
                var named = ByName.Value[(level, NameSearch.Of(name))].Where(division => found is null || found.Exists(above => Lies(division, above))).ToList();
                if (named.Count == 0)
                {
                    findings.Add(Value.Phrase($"imports.finding.no-place.{level}", ("said", name)));
                    break;
                }

                found = named;
            }
        }

        return found switch
        {
            null => null,
            [var only] when Divisions.IsHome(only.Code) => only.Code,
            [_] => findings.Count == before ? Say(Value.Phrase("imports.finding.no-village"), findings) : null,
            _ => Say(Value.Phrase("imports.finding.many-places", ("places", Value.Number(found.Count)), ("said", found[0].Name)), findings),
        };
    }

    private static bool Lies(Division division, Division above) => division.Code.StartsWith(above.Code, StringComparison.Ordinal);

    private static string? Say(Value finding, List<Value> findings)
    {
        findings.Add(finding);
        return null;
    }
}
