using System.Globalization;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Disputes;

/// <summary>
/// Where a dispute stands, by its code, for whoever asks from a phone of the member who filed it. The code alone shows no
/// amount and no name.
/// </summary>
public sealed class FollowAction : IMenuAction
{
    private const string Sql = """
        select d.seq, d.reason, d.at, d.answer_by, d.id, (select e.kind from dispute_events e where e.dispute_id = d.id
            and e.kind in ('settled', 'refused', 'withdrawn', 'raised') order by e.seq desc limit 1)
        from disputes d where d.seq = $1 and d.membership_id in (select m.id from memberships m
            join person_phones f on f.person_id = m.person_id where f.phone_number = $2)
        order by d.at desc limit 1
        """;

    public ActionShape Shape { get; } = new("disputes.follow", ["open", "closed", "none"], "case", "reason", "standing", "days", "until", "dispute");

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var digits = new string([.. Typed.Digits(step.Answer("case")!).Where(char.IsAsciiDigit)]);
        var found = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? await step.Db.FirstAsync(Sql, row => Read(row, step.Now), seq, step.Phone)
            : null;

        return found ?? new Outcome("none") { Because = Value.Phrase("disputes.unknown") };
    }

    private static Outcome Read(ResultRow row, DateTimeOffset now)
    {
        var standing = row.TextOrNull(5) ?? "waits";
        return new Outcome(standing is "waits" or "raised" ? "open" : "closed")
            .With("case", Dispute.CodeOf(row.Number(0)))
            .With("reason", Value.Phrase($"disputes.reasons.{row.Text(1)}"))
            .With("days", Value.Number(Kigali.Date(now).DayNumber - Kigali.Date(row.Time(2)).DayNumber))
            .With("until", Value.Day(row.Date(3)))
            .With("dispute", Value.Number(row.Number(4)))
            .With("standing", Value.Phrase($"disputes.standing.{standing}"));
    }
}

/// <summary>Reminds the cooperative, once a day.</summary>
public sealed class RemindAction : IMenuAction
{
    private const string Sql = """
        select d.cooperative_id, m.number, (select max(e.at) from dispute_events e where e.dispute_id = d.id and e.kind = 'reminded')
        from disputes d join memberships m on m.id = d.membership_id where d.id = $1
        """;

    public ActionShape Shape { get; } = new("disputes.remind", ["ok", "already"]) { Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var (id, now) = (step.Place.Facts["dispute"].Amount, step.Now);
        var (cooperative, number, last) = await step.Db.FirstAsync(Sql, row => (row.Number(0), row.Text(1), row.TimeOrNull(2)), id);
        if (last > now - TimeSpan.FromDays(1))
        {
            return new Outcome("already");
        }

        step.Write(async db => await DisputeEvent.Table.AppendAsync(db, new DisputeEvent
        {
            CooperativeId = cooperative, DisputeId = id, Kind = DisputeEvent.Reminded, Actor = $"member:{number}", At = now,
        }));

        return new Outcome("ok");
    }
}
