using System.Globalization;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Text;

namespace CoopReach.Channels.Handset;

/// <summary>One SMS as the phone that received it lists it.</summary>
/// <param name="From">The sender's name, for example TWZ.</param>
/// <param name="At">Kigali time as people read it, HH:mm dd/MM.</param>
/// <param name="Segments">How many SMS the operator bills.</param>
/// <param name="State">Waiting, Sent, Delivered, Failed or Unknown.</param>
public sealed record HandsetSms(string From, string At, string Text, int Septets, int Segments, string State);

/// <summary>
/// The simulated network's last step: a message of the outbox is on the phone as soon as the phone looks, and delivered
/// from then on. Newest first.
/// </summary>
public sealed class HandsetInbox(Store store, TimeProvider clock)
{
    private const string Deliver = "update outbox_messages set status = 'delivered', delivered_at = $2 where phone = $1 and status = 'queued'";
    private const string Waiting = "select count(*) from outbox_messages where phone = $1 and status = 'queued'";
    private const string Latest = "select body, created_at from outbox_messages where phone = $1 order by created_at desc, id desc limit 20";

    /// <param name="phone">In international form, +250788000101.</param>
    public async Task<IReadOnlyList<HandsetSms>> ReadAsync(string phone, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        if (await reading.Db.FirstAsync(Waiting, row => row.Number(0), phone) > 0)
        {
            await store.CommitAsync(async db => await db.ExecuteAsync(Deliver, phone, clock.GetUtcNow()), cancel);
        }

        return await reading.Db.AllAsync(Latest, row => Read(row.Text(0), row.Time(1)), phone);
    }

    private static HandsetSms Read(string text, DateTimeOffset sent)
    {
        var size = SmsSize.Of(text);
        var at = string.Create(CultureInfo.InvariantCulture, $"{Kigali.Time(sent):HH\\:mm} {Kigali.Date(sent):dd\\/MM}");

        return new HandsetSms("CoopReach", at, text, size.Units, size.Segments, "Delivered");
    }
}
