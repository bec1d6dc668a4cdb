using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.People;

/// <summary>
/// Who dials? A phone nobody used yet chooses a language and agrees to the notice first; then members come home, strangers
/// to what is public. Nothing of a member is shown here but the given name of the only one who uses this phone.
/// </summary>
public sealed class ArriveAction : IMenuAction
{
    private const string Sql = """
        select f.language, p.id, p.given_names, p.language, c.code,
            exists (select 1 from consents k where k.purpose = 'service' and k.withdrawn_at is null
                and (k.phone_number = f.number or k.person_id = p.id)),
            exists (select 1 from collector_assignments a where a.person_id = p.id and a.ended_on is null)
        from phones f
        left join person_phones o on o.phone_number = f.number
        left join people p on p.id = o.person_id
        left join memberships m on m.person_id = p.id and m.ended_on is null
        left join cooperatives c on c.id = m.cooperative_id
        where f.number = $1
        """;

    public ActionShape Shape { get; } = new("people.arrive", ["member", "collector", "stranger", "language", "notice"], "greeting", "coop", "given");

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var users = await step.Db.AllAsync(Sql, Read, step.Phone);
        if (LanguageOf(step, users) is not { } language)
        {
            return new Outcome("language");
        }

        if (!users.Exists(user => user.Consented) && step.Answer("consent") is null)
        {
            return new Outcome("notice") { Speak = language };
        }

        var members = users.Where(user => user.Cooperative is not null).ToList();
        return members.Count == 0
            ? new Outcome("stranger") { Speak = language }
            : new Outcome(members.Exists(member => member.Collects) ? "collector" : "member") { Speak = language }.With("greeting", Greeting(members));
    }

    /// <summary>Chosen just now, else chosen on this phone, else that of the people it belongs to when they have one.</summary>
    private static Language? LanguageOf(Step step, List<User> users)
    {
        var chosen = Languages.Find(step.Answer("language")) ?? Languages.Find(users.Select(user => user.Chosen).FirstOrDefault());
        var own = users.Select(user => user.Language).OfType<string>().Distinct().ToList();

        return chosen ?? (own.Count == 1 ? Languages.Find(own[0]) : null);
    }

    private static Value Greeting(List<User> members)
    {
        if (members.Select(member => member.PersonId).Distinct().Count() > 1)
        {
            return Value.Phrase("home.greeting.shared");
        }

        var where = members.Count == 1 ? members[0].Cooperative! : "CoopReach";
        return Value.Phrase("home.greeting.one", new Dictionary<string, Value> { ["coop"] = where, ["given"] = members[0].Given! });
    }

    private static User Read(ResultRow row) => new(
        row.TextOrNull(0), row.NumberOrNull(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4), row.Flag(5), row.Flag(6));

    private sealed record User(string? Chosen, long? PersonId, string? Given, string? Language, string? Cooperative, bool Consented, bool Collects);
}
