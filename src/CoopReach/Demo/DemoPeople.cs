using CoopReach.Engine;

namespace CoopReach.Demo;

/// <summary>Somebody of the demonstration, with the phone and the PIN to try it with.</summary>
/// <param name="Number">Member number in the first cooperative of the demo.</param>
public sealed record DemoPerson(string Number, string FamilyName, string GivenNames, string? Phone, string? Pin, Language Language);

/// <summary>The people the demo, the documents, the handset and the tests rely on. Their secrets are public.</summary>
public static class DemoPeople
{
    public const string ServiceCode = "*384*2667#";

    /// <summary>A phone nobody registered.</summary>
    public const string StrangersPhone = "+250788000199";

    /// <summary>What the office gave Paul, who has no phone yet, to claim his membership with: *384*2667*14# from any phone.</summary>
    public const string PaulsCode = "583146";

    /// <summary>What the office gave Jean, who forgot his PIN: *384*2667*9*2*4# from his phone.</summary>
    public const string JeansCode = "772913";

    public static readonly DemoPerson Alice = new("0101", "Uwase", "Alice", "+250788000101", "40718", Language.English);
    public static readonly DemoPerson Jean = new("0102", "Habimana", "Jean", "+250788000102", "51930", Language.French);
    public static readonly DemoPerson Jeanne = new("0103", "Mukamana", "Jeanne", "+250788000103", "60214", Language.Kinyarwanda);
    public static readonly DemoPerson Wife = new("0104", "Nyirahabimana", "Claudine", "+250788000104", "71305", Language.Kinyarwanda);
    public static readonly DemoPerson Husband = new("0105", "Nsengimana", "Innocent", "+250788000104", "82416", Language.Kinyarwanda);
    public static readonly DemoPerson Paul = new("0106", "Ndayisaba", "Paul", null, null, Language.Kinyarwanda);
    public static readonly DemoPerson Collector = new("0150", "Niyonzima", "Eric", "+250788000150", "93527", Language.Kinyarwanda);

    public static readonly DemoPerson Storekeeper = new("0151", "Uwamahoro", "Vestine", "+250788000151", "30582", Language.Kinyarwanda);

    public static IReadOnlyList<DemoPerson> All { get; } = [Alice, Jean, Jeanne, Wife, Husband, Paul, Collector, Storekeeper];
}
