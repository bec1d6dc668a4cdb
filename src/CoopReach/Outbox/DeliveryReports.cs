using CoopReach.Data;

namespace CoopReach.Outbox;

/// <summary>
/// What gateways say about messages they took: in any order, more than once, and sometimes before the reply that names
/// the message. Nothing goes backwards, and what fits no message yet is kept until it does.
/// </summary>
public static class DeliveryReports
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private static readonly string Accept =
        $"update outbox_messages set status = 'sent', reason = null, leased_until = null where id = $1 and status in ({MessageLife.From(MessageLife.Accept)})";

    private static readonly string Deliver =
        $"update outbox_messages set status = 'delivered', delivered_at = $2, reason = null, leased_until = null where id = $1 and status in ({MessageLife.From(MessageLife.Deliver)})";

    private const string ByProviderId = "select id from outbox_messages where gateway = $1 and provider_id = $2";

    /// <summary>Of a node that died while sending: nothing but the phone ties the report to the message, so there must be only one.</summary>
    private const string UnknownOfPhone = "select id from outbox_messages where phone = $2 and gateway = $1 and status = 'unknown' and provider_id is null";

    private const string NotNamedYet = "select id from outbox_messages where gateway = $1 and id = $2 and provider_id is null";

    private const string StillSending = "select id from outbox_messages where phone = $2 and gateway = $1 and status = 'sending' order by id";

    private const string Keep = """
        insert into delivery_reports (gateway, channel, provider_id, phone, says, reason, stops, elsewhere, received_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string Find =
        "select id, gateway, channel, provider_id, phone, says, reason, stops, elsewhere, received_at from delivery_reports where gateway = $1 and";

    /// <summary>Takes a report in, once and for all.</summary>
    public static async ValueTask TakeAsync(Statements db, Report report, DateTimeOffset now)
    {
        await db.ExecuteAsync("delete from delivery_reports where received_at < $1", now - Kept);
        if (await FindAsync(db, report) is { } message)
        {
            await ApplyAsync(db, message, report, now);
        }
        else
        {
            await db.ExecuteAsync(
                Keep, report.Gateway, report.Channel, report.ProviderId, report.Phone, report.Says, report.Reason, report.Stops, report.Elsewhere, now);
        }
    }

    /// <summary>Reports that were quicker than the reply which named the message.</summary>
    internal static async ValueTask TakeKeptAsync(Statements db, string gateway, string providerId)
    {
        var kept = await db.AllAsync($"{Find} provider_id = $2 order by id", Read, gateway, providerId);
        await TakeAgainAsync(db, kept);
    }

    /// <summary>Reports that came while the node which had sent to this phone was dying.</summary>
    internal static async ValueTask TakeKeptAsync(Statements db, string gateway, string phone, DateTimeOffset since)
    {
        var kept = await db.AllAsync($"{Find} phone = $2 and received_at >= $3 order by id", Read, gateway, phone, since);
        await TakeAgainAsync(db, kept);
    }

    private static async ValueTask TakeAgainAsync(Statements db, List<(long Id, Report Report, DateTimeOffset At)> kept)
    {
        foreach (var (id, report, at) in kept)
        {
            await db.ExecuteAsync("delete from delivery_reports where id = $1", id);
            await TakeAsync(db, report, at);
        }
    }

    /// <summary>
    /// Whoever is just writing down what came of a message to this phone is waited for, and whoever is about to waits for
    /// us: else each would miss what the other is writing.
    /// </summary>
    private static async ValueTask<long?> FindAsync(Statements db, Report report)
    {
        var sending = await db.AllAsync(StillSending + db.ForUpdate, row => row.Number(0), report.Gateway, report.Phone);
        if (await db.FirstAsync(ByProviderId, row => (long?)row.Number(0), report.Gateway, report.ProviderId) is { } known)
        {
            return known;
        }

        // Our own id names the message, unless it was tried again since: then the report is on the try before.
        if (report.MessageId is { } told)
        {
            return await db.FirstAsync(NotNamedYet, row => (long?)row.Number(0), report.Gateway, told);
        }

        var unknown = sending.Count > 0 ? [] : await db.AllAsync(UnknownOfPhone, row => row.Number(0), report.Gateway, report.Phone);
        return unknown.Count == 1 ? unknown[0] : null;
    }

    private static async ValueTask ApplyAsync(Statements db, long message, Report report, DateTimeOffset now)
    {
        await db.ExecuteAsync(
            "update outbox_messages set provider_id = $2, gateway = $3 where id = $1 and provider_id is null and gateway = $3", message, report.ProviderId, report.Gateway);
        await (report.Says switch
        {
            MessageLife.Accept => db.ExecuteAsync(Accept, message),
            MessageLife.Deliver => db.ExecuteAsync(Deliver, message, now),
            MessageLife.Fail => Outcomes.FailAsync(db, message, report.Reason ?? "not delivered"),
            var other => throw new ArgumentException($"A report cannot say '{other}'."),
        });
        await (report.Elsewhere ? BySms.TurnAsync(db, message) : default);
        if (report.Stops)
        {
            await Stops.AddAsync(db, report.Phone, report.Channel, "gateway", now);
        }
    }

    private static (long Id, Report Report, DateTimeOffset At) Read(ResultRow row) => (
        row.Number(0),
        new Report(row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.TextOrNull(6), row.Flag(7), Elsewhere: row.Flag(8)),
        row.Time(9));
}

/// <summary>What a gateway says about one message.</summary>
/// <param name="Phone">E.164: to whom it went.</param>
/// <param name="Says">accept, deliver or fail: triggers of <see cref="MessageLife"/>.</param>
/// <param name="Reason">Why not, for staff.</param>
/// <param name="Stops">The recipient wants no more messages.</param>
/// <param name="MessageId">Our own id, where the gateway hands it back.</param>
/// <param name="Elsewhere">This channel cannot reach the recipient now; another may.</param>
public sealed record Report(
    string Gateway, string Channel, string ProviderId, string Phone, string Says, string? Reason = null, bool Stops = false, long? MessageId = null, bool Elsewhere = false);
