using System.Globalization;
using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Disputes;

/// <summary>The day of a delivery that nobody wrote down: day and month, this season.</summary>
public sealed class MissingDayAction : IMenuAction
{
    private const int LongestAgo = 90;

    private static readonly char[] Between = ['/', '.', '-', ' '];

    public ActionShape Shape { get; } = new("disputes.missing-day", ["ok", "again"], "day") { Private = true };

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var today = Kigali.Date(step.Now);
        return new(DayOf(step.Answer("delivery-day")!, today) is { } day && day >= today.AddDays(-LongestAgo)
            ? new Outcome("ok").With("day", Value.Day(day))
            : new Outcome("again") { Because = Value.Phrase("disputes.bad-day") });
    }

    /// <summary>12/05, 12-5 or 1205; never in the future, so after new year December is last December.</summary>
    internal static DateOnly? DayOf(string typed, DateOnly today)
    {
        var text = Typed.Digits(typed);
        var parts = text is { Length: 4 } && text.All(char.IsAsciiDigit) ? [text[..2], text[2..]] : text.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var first, var second]
            || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || !int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || month is < 1 or > 12)
        {
            return null;
        }

        var year = month > today.Month || (month == today.Month && day > today.Day) ? today.Year - 1 : today.Year;
        return day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }
}

/// <summary>How much was delivered, as the member says.</summary>
public sealed class MissingWeightAction : IMenuAction
{
    private static readonly Weight Most = new(5_000_000);

    public ActionShape Shape { get; } = new("disputes.missing-weight", ["ok", "again"], "weight") { Private = true };

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) =>
        new(Typed.TryWeight(step.Answer("delivery-weight")!, out var weight) && weight.Grams > 0 && weight.Grams <= Most.Grams
            ? new Outcome("ok").With("weight", weight)
            : new Outcome("again") { Because = Value.Phrase("disputes.bad-claim") });
}

/// <summary>A delivery that nobody wrote down is claimed: once a day and member.</summary>
public sealed class ContestMissingAction : IMenuAction
{
    private const string Open = """
        select count(*) from disputes d where d.membership_id = $1 and d.delivered_on = $2 and not exists (select 1 from dispute_events e
            where e.dispute_id = d.id and e.kind in ('settled', 'refused', 'withdrawn'))
        """;

    public ActionShape Shape { get; } = new("disputes.contest-missing", ["ok", "already"], "case", "until") { Private = true, Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var day = MissingDayAction.DayOf(step.Answer("delivery-day")!, Kigali.Date(step.Now))!.Value;
        _ = Typed.TryWeight(step.Answer("delivery-weight")!, out var weight);
        return await step.Db.FirstAsync(Open, row => row.Number(0), step.MembershipId, day) > 0
            ? new Outcome("already")
            : await Filing.FileAsync(step, DisputeReason.MissingDelivery, weight, day);
    }
}
