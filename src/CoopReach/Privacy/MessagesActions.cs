using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using CoopReach.Outbox;

namespace CoopReach.Privacy;

/// <summary>Which messages the member receives today; all, until something else was chosen.</summary>
public sealed class MessagesAction : IMenuAction
{
    private const string Last = "select level from message_preferences where membership_id = $1 order by id desc limit 1";

    public ActionShape Shape { get; } = new("privacy.messages", ["ok"], "level") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var level = await step.Db.FirstAsync(Last, row => row.Text(0), step.MembershipId) ?? MessageLevel.All;
        return new Outcome("ok").With("level", Value.Phrase($"privacy.level.{level}"));
    }
}

/// <summary>Another choice: a row of its own, so that what counted when a message went out can be shown later.</summary>
public sealed class ChooseMessagesAction : IMenuAction
{
    private const string Insert = "insert into message_preferences (membership_id, level, channel, chosen_at) values ($1, $2, $3, $4)";

    public ActionShape Shape { get; } = new("privacy.choose-messages", ["ok"], "level") { Private = true, Changes = true };

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var (member, level, channel, now) = (step.MembershipId, step.Answer("level")!, step.Channel, step.Now);
        step.Write(async db =>
        {
            await db.ExecuteAsync(Insert, member, level, channel, now);
            await (MessageLevel.MayReceive(level, "broadcast") ? default : OutboxQueue.CancelPlannedAsync(db, member));
        });

        return new(new Outcome("ok").With("level", Value.Phrase($"privacy.level.{level}")));
    }
}

/// <summary>Whether the member agreed to news by WhatsApp on this phone.</summary>
public sealed class WhatsAppAction : IMenuAction
{
    public ActionShape Shape { get; } = new("privacy.whats-app", ["agreed", "not"]) { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) =>
        new(await WhatsAppConsent.IsGivenAsync(step.Db, step.MembershipId, step.Phone) ? "agreed" : "not");
}

/// <summary>Agrees to it, or takes it back. Whoever had stopped us there hears us again.</summary>
public sealed class ChooseWhatsAppAction : IMenuAction
{
    public ActionShape Shape { get; } = new("privacy.choose-whats-app", ["agreed", "refused"]) { Private = true, Changes = true };

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var (member, phone, language, channel, now) = (step.MembershipId, step.Phone, step.Place.Language.Code(), step.Channel, step.Now);
        var agrees = step.Answer("whatsapp") == "yes";
        step.Write(async db =>
        {
            if (agrees)
            {
                await Stops.RemoveAsync(db, phone, OutboxQueue.WhatsApp);
                await WhatsAppConsent.GiveAsync(db, phone, member, language, channel, now);
            }
            else
            {
                await WhatsAppConsent.WithdrawAsync(db, phone, now);
            }
        });

        return new(new Outcome(agrees ? "agreed" : "refused"));
    }
}
