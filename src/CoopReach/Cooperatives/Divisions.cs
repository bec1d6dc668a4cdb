using CoopReach.Engine.Phrases;

namespace CoopReach.Cooperatives;

/// <summary>A province, district, sector, cell or village. Names repeat all over the country; the code does not.</summary>
public sealed record Division(string Code, string Level, string Name, string Parent)
{
    /// <summary>Provinces have a name in each language; all below are called the same in all.</summary>
    public Value Said => Level == "province" ? Value.Phrase($"office.area.province.{Code}") : Name;
}

/// <summary>
/// The tree of Rwanda: 5 provinces, 30 districts, 416 sectors, 2,149 cells (one more than officially: a mistake in the
/// source not found yet), 14,837 villages. From the open package rwanda 2.1.6 (MIT). Below the district the codes are our own.
/// </summary>
public static class Divisions
{
    /// <summary>The code of a cell or a village begins with that of its sector.</summary>
    public const int SectorDigits = 4;

    private static readonly Lazy<Dictionary<string, Division>> Known = new(Read);

    private static readonly Lazy<ILookup<string, Division>> Below = new(() => Known.Value.Values.ToLookup(division => division.Parent));

    public static IReadOnlyCollection<Division> All => Known.Value.Values;

    public static Division? Find(string? code) => code is not null && Known.Value.TryGetValue(code, out var found) ? found : null;

    public static IEnumerable<Division> Under(string code) => Below.Value[code];

    /// <summary>Where people live is a village; lists of old stop at the cell or the sector.</summary>
    public static bool IsHome(string code) => Find(code)?.Level is "village" or "cell" or "sector";

    /// <summary>Villages of that name, however it is written.</summary>
    public static IEnumerable<Division> Villages(string name) =>
        All.Where(division => division.Level == "village" && division.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>As an envelope says it: Gihanga, Gitega. Empty where nothing is known.</summary>
    public static string Home(string? code) => Find(code) switch
    {
        null => "",
        { Level: "sector" } sector => sector.Name,
        var home => $"{home.Name}, {Find(code![..SectorDigits])?.Name}",
    };

    private static Dictionary<string, Division> Read()
    {
        using var file = typeof(Divisions).Assembly.GetManifestResourceStream("rwanda-divisions.csv")!;
        using var reader = new StreamReader(file);
        reader.ReadLine();
        var found = new Dictionary<string, Division>(18_000);
        while (reader.ReadLine()?.Split(',') is [var code, var level, var name, var parent])
        {
            found.Add(code, new Division(code, level, name, parent));
        }

        return found;
    }
}
