using CoopReach.Channels.Hooks;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Outbox;

namespace CoopReach.Channels.Twilio;

/// <summary>
/// A message somebody sent us through Twilio. It is kept once. On WhatsApp it is answered with what to dial, unless it
/// says that our messages should stop or come again; SMS is not answered.
/// </summary>
public sealed class IncomingMessage(Answers answers, Store store, TimeProvider clock)
{
    private const string HowToReach = "whatsapp.how-to-reach";

    /// <summary>What to say back; null for nothing.</summary>
    internal async Task<string?> TakeAsync(FormFields fields)
    {
        var from = TwilioAddress.Of(fields, "From");
        if (fields["MessageSid"].Length == 0 || from.Phone.Length == 0)
        {
            return null;
        }

        string? answer = null;
        await store.CommitAsync(async db => answer = await WriteAsync(db, fields, from), CancellationToken.None);

        return from.Channel == OutboxQueue.WhatsApp ? answer : null;
    }

    private async ValueTask<string> WriteAsync(Statements db, FormFields fields, TwilioAddress from)
    {
        var now = clock.GetUtcNow();
        var isNew = await InboundMessages.AddAsync(db, new InboundMessage
        {
            Gateway = TwilioGateway.NameOf(from.Channel),
            Channel = from.Channel,
            ProviderId = fields["MessageSid"],
            Phone = from.Phone,
            To = TwilioAddress.Of(fields, "To").Phone,
            Body = fields["Body"],
            ReceivedAt = now,
        });
        var wish = from.IsPhone ? StopWords.Read(fields["Body"]) : Wish.None;
        if (isNew)
        {
            await HeedAsync(db, wish, from, now);
        }

        return await answers.SayAsync(db, from.Phone, PhraseOf(wish));
    }

    private static async ValueTask HeedAsync(Statements db, Wish wish, TwilioAddress from, DateTimeOffset now)
    {
        if (wish == Wish.Stop)
        {
            await Stops.AddAsync(db, from.Phone, from.Channel, "member", now);
            await (from.Channel == OutboxQueue.WhatsApp ? WhatsAppConsent.WithdrawAsync(db, from.Phone, now) : default);
        }
        else if (wish == Wish.Start)
        {
            await Stops.RemoveAsync(db, from.Phone, from.Channel);
            await (from.Channel == OutboxQueue.WhatsApp ? AgreeAsync(db, from, now) : default);
        }
    }

    private static async ValueTask AgreeAsync(Statements db, TwilioAddress from, DateTimeOffset now)
    {
        var language = await PhoneLanguage.FindAsync(db, from.Phone);
        await WhatsAppConsent.GiveAsync(db, from.Phone, null, language.Code(), from.Channel, now);
    }

    private static string PhraseOf(Wish wish) => wish switch
    {
        Wish.Stop => "whatsapp.stopped",
        Wish.Start => "whatsapp.started",
        _ => HowToReach,
    };
}
