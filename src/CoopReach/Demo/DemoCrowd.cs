using System.Globalization;
using CoopReach.Engine;
using CoopReach.Ledger;

namespace CoopReach.Demo;

/// <summary>Generated members for trying the service under load: the same for the same count, except for their salts.</summary>
internal static class DemoCrowd
{
    private const long FirstPhone = 250_789_000_000;
    private const int FirstMember = 1001;
    private const string Pin = "40718";
    private const int OrdersEach = 5;
    private const long Saved = 500;

    private static readonly string[] FamilyNames =
    [
        "Uwimana", "Mukamana", "Habimana", "Niyonzima", "Hakizimana", "Mukandayisenga", "Ndayambaje", "Uwamahoro", "Bizimana", "Nshimiyimana",
        "Mukeshimana", "Tuyishime", "Nyirahabineza", "Nsabimana", "Uwizeyimana", "Twagirayezu", "Mukarugwiza", "Hategekimana", "Iradukunda", "Munyaneza",
    ];

    private static readonly string[] GivenNames =
    [
        "Marie", "Jean Pierre", "Vestine", "Emmanuel", "Claudine", "Théogène", "Esperance", "Innocent", "Josiane", "Damascène", "Beatha", "Faustin", "Consolée",
        "Aimable", "Solange", "Evariste", "Immaculée",
    ];

    public static IEnumerable<DemoPerson> People(int count) =>
        Enumerable.Range(0, count).Select(place => new DemoPerson(
            NumberOf(place),
            FamilyNames[place % FamilyNames.Length],
            GivenNames[place % GivenNames.Length],
            "+" + (FirstPhone + place).ToString(CultureInfo.InvariantCulture),
            Pin,
            Languages.All[place % Languages.All.Count]));

    public static IEnumerable<DemoEntry> Entries(int count) =>
        Enumerable.Range(0, count).Select(place =>
            new DemoEntry(NumberOf(place), Accounts.Shares, (1 + (place % 9)) * 5_000, "Shares paid", 300, Units: 1 + (place % 9)));

    public static IEnumerable<DemoDelivery> Deliveries(int count) =>
        from place in Enumerable.Range(0, count)
        from turn in Enumerable.Range(0, OrdersEach)
        select Delivery(place, turn);

    /// <summary>Turn 0 is the newest and unpaid, 1 and 2 are partly paid, the older ones paid in two parts.</summary>
    private static DemoDelivery Delivery(int place, int turn)
    {
        var daysAgo = 2 + (turn * 6) + (place % 5);
        var grams = 20_000 + ((((place * 37) + (turn * 11)) % 60) * 500);
        var toPay = (grams * DemoProduct.CherryA.Price / 1000) - Saved;
        var time = new TimeOnly(16, 0).AddMinutes(place % 110);

        return new DemoDelivery(NumberOf(place), daysAgo, time, DemoProduct.CherryA, grams)
        {
            Savings = Saved,
            Payments = turn switch
            {
                0 => [],
                1 or 2 => [new(toPay / 2, daysAgo - 1)],
                _ => [new(toPay / 2, daysAgo - 2), new(toPay - (toPay / 2), daysAgo - 6)],
            },
        };
    }

    private static string NumberOf(int place) => (FirstMember + place).ToString("D4", CultureInfo.InvariantCulture);
}
