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

/// <summary>What has arrived on a phone, newest first: what a network took and may have delivered. Waiting messages have not arrived.</summary>
public sealed class HandsetInbox(Store store)
{
    private const string Latest = """
        select m.body, m.sent_at, m.status, c.code from outbox_messages m left join cooperatives c on c.id = m.cooperative_id
        where m.phone = $1 and m.status in ('sent', 'delivered') order by m.created_at desc, m.id desc limit 20
        """;

    /// <param name="phone">In international form, +250788000101.</param>
    public async Task<IReadOnlyList<HandsetSms>> ReadAsync(string phone, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.AllAsync(Latest, row => Read(row.Text(0), row.Time(1), row.Text(2), row.TextOrNull(3)), phone);
    }

    private static HandsetSms Read(string text, DateTimeOffset sent, string status, string? cooperative)
    {
        var size = SmsSize.Of(text);
        var at = string.Create(CultureInfo.InvariantCulture, $"{Kigali.Time(sent):HH\\:mm} {Kigali.Date(sent):dd\\/MM}");

        return new HandsetSms(cooperative ?? "CoopReach", at, text, size.Units, size.Segments, status == "delivered" ? "Delivered" : "Sent");
    }
}
