using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.Outbox;
using CoopReach.People;

namespace CoopReach.Office.Messages;

/// <summary>A line of the log of messages.</summary>
/// <param name="Number">Of the member; null where the phone is nobody's.</param>
/// <param name="Cost">Ten-thousandths of a franc, as the gateway says; null where it has not said.</param>
public sealed record MessageRow(
    long Id, string Phone, string? Number, string Purpose, string Body, string Channel, string Status, long Price, long? Cost, DateTimeOffset At)
{
    private const long Franc = 10_000;

    /// <summary>Whole francs; what was expected, until the gateway says.</summary>
    public long Francs => Cost is { } cost ? (cost + Franc - 1) / Franc : Price;

    public Value Whom => Number is null
        ? Value.Of(PhoneNumber.Masked(Phone))
        : Value.Phrase("office.messages.whom", ("number", Number), ("phone", PhoneNumber.Masked(Phone)));
}

/// <summary>What went to members: of the cooperative, and for whoever looks after the system all of it.</summary>
public static class MessageList
{
    public static readonly IReadOnlyList<string> Kinds = ["answer", "receipt", "notice", "legal", "broadcast"];

    public static readonly IReadOnlyList<string> Channels = [OutboxQueue.Sms, OutboxQueue.WhatsApp];

    public static readonly ListOf<MessageRow> All = new(
        "/messages.xlsx", Permission.SeeMessages, "office.messages.title", "office.messages.empty",
        [
            new("whom", "office.messages.to", row => row.Whom, Spot.Lead) { IsSorted = false },
            new("words", "office.messages.words", row => FirstWords.Of(row.Body)) { IsSorted = false },
            new("kind", "office.messages.kind.title", row => Value.Phrase("office.messages.how", ("kind", KindOf(row.Purpose)), ("channel", ChannelOf(row.Channel))), Spot.Detail),
            new("state", "office.messages.state.title", row => Standing.Of(row.Status).Chip.Word, Spot.State) { Chip = row => Standing.Of(row.Status).Chip },
            new("cost", "office.messages.cost", row => Value.Number(row.Francs)) { IsNumber = true, IsSorted = false },
            new("time", "office.messages.time", row => MomentOf(row.At), Spot.Amount),
        ],
        Find) { Search = "office.messages.search", Link = row => $"/messages/{row.Id}" };

    public static Value KindOf(string purpose) => Value.Phrase($"office.messages.kind.{purpose}");

    public static Value ChannelOf(string channel) => Value.Phrase($"office.messages.channel.{channel}");

    public static Value MomentOf(DateTimeOffset at) =>
        Value.Phrase("office.messages.at", ("day", Value.Day(Kigali.Date(at))), ("time", Value.Time(Kigali.Time(at))));

    private static IQueryable<MessageRow> Find(CoopDb db, Seat seat, GridQuery query)
    {
        var members = db.Rows<Membership>();
        return Sort(Narrow(db, query), query).ThenByDescending(one => one.Id).Select(one => new MessageRow(
            one.Id, one.Phone, members.Where(member => member.PersonId == one.PersonId && member.CooperativeId == one.CooperativeId).Min(member => member.Number),
            one.Purpose, one.Body, one.Channel, one.Status, one.Price, one.Cost, one.CreatedAt));
    }

    private static IQueryable<OutboxMessage> Narrow(CoopDb db, GridQuery query)
    {
        var rows = Searched(db, query.Text);
        if (Standing.Named(query["state"])?.States is { } states)
        {
            rows = rows.Where(one => states.Contains(one.Status));
        }

        if (query["kind"] is { Length: > 0 } kind)
        {
            rows = rows.Where(one => one.Purpose == kind);
        }

        if (query["channel"] is { Length: > 0 } channel)
        {
            rows = rows.Where(one => one.Channel == channel);
        }

        if (DateOnly.TryParseExact(query["day"], "yyyy-MM-dd", out var day))
        {
            var from = new DateTimeOffset(day.ToDateTime(default), Kigali.Offset).ToUniversalTime();
            var to = from.AddDays(1);
            rows = rows.Where(one => one.CreatedAt >= from && one.CreatedAt < to);
        }

        return rows;
    }

    /// <summary>A phone in full, its last digits, or the number of a member.</summary>
    private static IQueryable<OutboxMessage> Searched(CoopDb db, string text)
    {
        var rows = db.Rows<OutboxMessage>();
        if (text.Length == 0)
        {
            return rows;
        }

        if (PhoneNumber.TryParseMobile(text, out var phone))
        {
            return rows.Where(one => one.Phone == phone);
        }

        var (end, members) = (text.TrimStart('.'), db.Rows<Membership>());
        return rows.Where(one => (end.Length >= 3 && one.Phone.EndsWith(end))
            || members.Any(member => member.Number == text && member.PersonId == one.PersonId && member.CooperativeId == one.CooperativeId));
    }

    private static IOrderedQueryable<OutboxMessage> Sort(IQueryable<OutboxMessage> rows, GridQuery query) => query.Sort switch
    {
        "kind" => rows.By(one => one.Purpose, query).ThenBy(one => one.Channel),
        "state" => rows.By(one => one.Status, query),
        "time" => rows.By(one => one.CreatedAt, query),
        _ => rows.OrderByDescending(one => one.Id),
    };
}
