using CoopReach.Demo;
using CoopReach.Engine;

namespace CoopReach.Channels.Handset;

/// <summary>Everything the page must know before the first key: the code to dial and whose phone it can be.</summary>
internal sealed record HandsetCast(string ServiceCode, IReadOnlyList<HandsetPerson> People);

/// <summary>One card of the page. A phone that is null is typed by the visitor.</summary>
/// <param name="Id">Names the card in the page's address.</param>
/// <param name="Language">rw, en or fr: the words on the soft keys.</param>
internal sealed record HandsetPerson(
    string Id, string Name, string About, string? Phone, string Language, IReadOnlyList<HandsetPin> Pins, IReadOnlyList<HandsetTry> Tries);

/// <param name="Whose">Empty when the phone has one owner.</param>
internal sealed record HandsetPin(string Whose, string Pin);

/// <summary>Something to try: the code to dial and what to look for.</summary>
internal sealed record HandsetTry(string Dial, string Then);

/// <summary>The eight choices of the handset, told from the people of the demo.</summary>
internal static class HandsetPeople
{
    public static string ServiceCode(IConfiguration settings) =>
        settings["Channels:AfricasTalking:ServiceCode"] is { Length: > 0 } code ? code : DemoPeople.ServiceCode;

    public static HandsetCast Of(IConfiguration settings)
    {
        var code = ServiceCode(settings);
        return new(code, [.. Members(code), Couple(code), Collector(code), Storekeeper(code), Stranger(code), Other(code)]);
    }

    private static IEnumerable<HandsetPerson> Members(string code) =>
    [
        Member(DemoPeople.Alice, code, "then 1: the balance, also by SMS", "goes straight to her orders"),
        Member(DemoPeople.Jean, code, "then 1: the balance in French", "lists his orders, one contested"),
        Member(DemoPeople.Jeanne, code, "then 1: asks which of her two accounts", "asks the same, then lists orders"),
    ];

    private static HandsetPerson Member(DemoPerson person, string code, string home, string orders) => Person(
        person,
        $"{person.Number}, {NameOf(person.Language)}",
        [new("", person.Pin!)],
        [new(code, home), new(Straight(code, "2"), orders), new(Straight(code, "10"), "checks a cooperative, no PIN")]);

    private static HandsetPerson Couple(string code) => Person(
        DemoPeople.Wife,
        $"{DemoPeople.Wife.Number} and {DemoPeople.Husband.Number} share one phone",
        [new(DemoPeople.Wife.GivenNames, DemoPeople.Wife.Pin!), new(DemoPeople.Husband.GivenNames, DemoPeople.Husband.Pin!)],
        [
            new(code, "then 1: it asks whose account"),
            new(Straight(code, "2"), "asks the same before it shows orders"),
        ]) with { Name = "A couple" };

    private static HandsetPerson Collector(string code) => Person(
        DemoPeople.Collector,
        $"{DemoPeople.Collector.Number}, collector, {NameOf(DemoPeople.Collector.Language)}",
        [new("", DemoPeople.Collector.Pin!)],
        [
            new(code, "then 7: language and PIN"),
            new(Straight(code, "1"), "his own balance: he is a member too"),
        ]);

    private static HandsetPerson Storekeeper(string code) => Person(
        DemoPeople.Storekeeper,
        $"{DemoPeople.Storekeeper.Number}, storekeeper, {NameOf(DemoPeople.Storekeeper.Language)}",
        [new("", DemoPeople.Storekeeper.Pin!)],
        [
            new(Straight(code, "5"), "days and orders that wait for her"),
            new(code, "then 1: her own balance"),
        ]);

    private static HandsetPerson Stranger(string code) => new(
        "stranger", "A stranger", "Not registered", DemoPeople.StrangersPhone, Language.Kinyarwanda.Code(), [],
        [
            new(code, "asks for a language, then for consent"),
            new(Straight(code, "10"), "after that: checks a cooperative"),
        ]);

    private static HandsetPerson Other(string code) => new(
        "other", "Other number", "Type any phone", null, Language.Kinyarwanda.Code(), [], [new(code, "from any phone you like")]);

    private static HandsetPerson Person(DemoPerson person, string about, IReadOnlyList<HandsetPin> pins, IReadOnlyList<HandsetTry> tries) =>
        new(person.Number, $"{person.FamilyName} {person.GivenNames}", about, person.Phone, person.Language.Code(), pins, tries);

    /// <summary>The code that skips the first menu: *384*2667*2# answers as if 2 had been chosen.</summary>
    private static string Straight(string code, string choice) => $"{code.TrimEnd('#')}*{choice}#";

    private static string NameOf(Language language) => language switch
    {
        Language.English => "English",
        Language.French => "Français",
        _ => "Kinyarwanda",
    };
}
