using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Menus;

namespace CoopReach.People;

/// <summary>The language of this phone, and of the person when it is clear whose phone it is. SMS follow it too.</summary>
public sealed class LanguageAction : IMenuAction
{
    private const string OfPhone = """
        insert into phones (number, language, first_seen_at) values ($1, $2, $3)
        on conflict (number) do update set language = excluded.language
        """;

    private const string OfItsOnlyPerson = """
        update people set language = $2
        where id in (select person_id from person_phones where phone_number = $1)
            and (select count(*) from person_phones where phone_number = $1) = 1
        """;

    private const string OfMember = "update people set language = $2 where id = (select person_id from memberships where id = $1)";

    public ActionShape Shape { get; } = new("people.language", ["ok"]) { Changes = true };

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var language = Languages.Find(step.Answer("language"))
            ?? throw new InvalidOperationException($"The menu offered the language '{step.Answer("language")}'.");
        var member = step.Place.SignedIn ? step.MembershipId : (long?)null;
        var (phone, code, now) = (step.Phone, language.Code(), step.Now);

        step.Write(async db =>
        {
            await db.ExecuteAsync(OfPhone, phone, code, now);
            await (member is null ? db.ExecuteAsync(OfItsOnlyPerson, phone, code) : db.ExecuteAsync(OfMember, member, code));
        });

        return new(new Outcome("ok") { Speak = language });
    }
}
