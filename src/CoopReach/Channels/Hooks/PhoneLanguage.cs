using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Channels.Hooks;

/// <summary>The language to answer a phone in: chosen on it, else that of its people when they have one, else Kinyarwanda.</summary>
internal static class PhoneLanguage
{
    private const string Find = """
        select f.language, p.language from phones f
        left join person_phones o on o.phone_number = f.number left join people p on p.id = o.person_id
        where f.number = $1
        """;

    public static async ValueTask<Language> FindAsync(Statements db, string phone)
    {
        var known = await db.AllAsync(Find, row => (Chosen: row.TextOrNull(0), Own: row.TextOrNull(1)), phone);
        var own = known.Select(one => one.Own).OfType<string>().Distinct().ToList();

        return Languages.Find(known.Select(one => one.Chosen).FirstOrDefault())
            ?? (own.Count == 1 ? Languages.Find(own[0]) : null)
            ?? Language.Kinyarwanda;
    }
}
