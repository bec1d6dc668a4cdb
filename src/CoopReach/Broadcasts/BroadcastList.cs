using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Broadcasts;

/// <summary>A line of the list of announcements.</summary>
public sealed record AnnouncementRow(long Id, string Title, string Text, string State, long Messages, long Price, DateTimeOffset At, string DraftedBy);

/// <summary>The announcements of a cooperative, the newest first.</summary>
public static class BroadcastList
{
    private const int MostWords = 40;

    public static readonly ListOf<AnnouncementRow> All = new(
        "/broadcasts.xlsx", Permission.SeeMessages, "office.broadcasts.title", "office.broadcasts.empty",
        [
            new("title", "office.broadcasts.what", row => TitleOf(row.Title, row.Text), Spot.Lead),
            new("at", "office.broadcasts.when", row => MomentOf(row.At), Spot.Detail),
            new("members", "office.broadcasts.members", row => IsCounted(row) ? Value.Number(row.Messages) : null) { IsNumber = true },
            new("cost", "office.broadcasts.cost", row => IsCounted(row) ? Value.Number(row.Price) : null, Spot.Amount) { IsNumber = true },
            new("state", "office.broadcasts.state.title", row => ChipOf(row.State).Word, Spot.State) { Chip = row => ChipOf(row.State) },
        ],
        Find) { Search = "office.broadcasts.search", Link = row => $"/broadcasts/{row.Id}" };

    /// <summary>Its title, else its first words, else that it has none yet.</summary>
    public static Value TitleOf(string title, string text) => (title.Trim(), text.Trim()) switch
    {
        ({ Length: > 0 } named, _) => named,
        (_, { Length: > MostWords } words) => $"{words[..MostWords].TrimEnd()}...",
        (_, { Length: > 0 } words) => words,
        _ => Value.Phrase("office.broadcasts.untitled"),
    };

    public static Value MomentOf(DateTimeOffset at) =>
        Value.Phrase("office.broadcasts.at", ("day", Value.Day(Kigali.Date(at))), ("time", Value.Time(Kigali.Time(at))));

    public static Chip ChipOf(string state) => state switch
    {
        "draft" => new("stone", "s-unpaid", Word(state)),
        "planned" => new("lake", "s-part", Word(state)),
        "awaiting-approval" => new("sun", "s-clock", Word(state)),
        "scheduled" => new("lake", "s-clock", Word(state)),
        "sending" => new("lake", "s-sent", Word(state)),
        "paused" => new("sun", "s-hold", Word(state)),
        "done" => new("hill", "s-done", Word(state)),
        _ => new("stone", "s-fail", Word(state)),
    };

    private static Value Word(string state) => Value.Phrase($"office.broadcasts.state.{state}");

    private static bool IsCounted(AnnouncementRow row) => row.State != "draft" && row.Messages > 0;

    private static IQueryable<AnnouncementRow> Find(CoopDb db, Seat seat, GridQuery query)
    {
        var like = $"%{query.Text.ToUpperInvariant()}%";
        var rows = db.Rows<Broadcast>().Where(one => EF.Functions.Like(one.Title.ToUpper(), like) || EF.Functions.Like(one.TextRw.ToUpper(), like));
        if (query["state"] is { Length: > 0 } state)
        {
            rows = rows.Where(one => one.State == state);
        }

        return Sort(rows, query).ThenByDescending(one => one.Id)
            .Select(one => new AnnouncementRow(one.Id, one.Title, one.TextRw, one.State, one.Messages, one.Price, one.StartsAt ?? one.CreatedAt, one.DraftedBy));
    }

    private static IOrderedQueryable<Broadcast> Sort(IQueryable<Broadcast> rows, GridQuery query) => query.Sort switch
    {
        "title" => rows.By(one => one.Title, query),
        "members" => rows.By(one => one.Messages, query),
        "cost" => rows.By(one => one.Price, query),
        "state" => rows.By(one => one.State, query),
        "at" => rows.By(one => one.StartsAt ?? one.CreatedAt, query),
        _ => rows.OrderByDescending(one => one.Id),
    };
}
