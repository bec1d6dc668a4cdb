using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Menus;

namespace CoopReach.People;

/// <summary>
/// Agreement to be served by phone: one row with the text version, language, channel and time (law 058/2021, article 6).
/// It is the person's when we know who it is, and the phone's until then.
/// </summary>
public sealed class ConsentAction : IMenuAction
{
    /// <summary>Raised when the words of <c>first.notice</c> change their meaning.</summary>
    public const string TextVersion = "service-1";

    private const string Of = """
        insert into consents (person_id, phone_number, purpose, text_version, language, channel, given_at)
        values ((select person_id from memberships where id = $6), $1, 'service', $2, $3, $4, $5)
        """;

    private const string OfPhone = """
        insert into consents (person_id, phone_number, purpose, text_version, language, channel, given_at)
        select case when count(*) = 1 then min(person_id) end, $1, 'service', $2, $3, $4, $5
        from person_phones where phone_number = $1
        """;

    public ActionShape Shape { get; } = new("people.consent", ["ok"]) { Changes = true };

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var member = step.Place.SignedIn ? step.MembershipId : (long?)null;
        var (phone, language, channel, now) = (step.Phone, step.Place.Language.Code(), step.Channel, step.Now);
        step.Write(async db =>
        {
            await (member is null
                ? db.ExecuteAsync(OfPhone, phone, TextVersion, language, channel, now)
                : db.ExecuteAsync(Of, phone, TextVersion, language, channel, now, member));
        });

        return new(new Outcome("ok"));
    }
}
