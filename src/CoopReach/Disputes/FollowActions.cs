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
            and e.kind <> 'reminded' order by e.seq desc limit 1)
        from disputes d where d.seq = $1 and d.membership_id in (select m.id from memberships m
            join person_phones f on f.person_id = m.person_id where f.phone_number = $2)
        order by case when exists (select 1 from dispute_events e where e.dispute_id = d.id and e.kind in ('settled', 'withdrawn')) then 1 else 0 end, d.at desc
        limit 1
        """;

    public ActionShape Shape { get; } =
        new("disputes.follow", ["waits", "raised", "refused", "closed", "none"], "case", "reason", "standing", "days", "until", "dispute");

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
        return new Outcome(standing is "waits" or "raised" or "refused" ? standing : "closed")
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
    public ActionShape Shape { get; } = new("disputes.remind", ["ok", "already"]) { Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var followed = await FollowedDispute.OfAsync(step);
        if (followed.RemindedAt > step.Now - TimeSpan.FromDays(1))
        {
            return new Outcome("already");
        }

        step.Write(db => followed.WriteAsync(db, DisputeEvent.Reminded));
        return new Outcome("ok");
    }
}

/// <summary>One level higher: when the day of the answer has passed, or when the answer was no.</summary>
public sealed class RaiseAction : IMenuAction
{
    public ActionShape Shape { get; } = new("disputes.raise", ["ok", "early", "already"]) { Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var followed = await FollowedDispute.OfAsync(step);
        if (followed.Standing is not (null or DisputeEvent.Refused))
        {
            return new Outcome("already");
        }

        if (followed.Standing is null && Kigali.Date(step.Now) <= followed.AnswerBy)
        {
            return new Outcome("early");
        }

        step.Write(db => followed.WriteAsync(db, DisputeEvent.Raised));
        return new Outcome("ok");
    }
}

/// <summary>The member says that it is solved. Only the account that filed it can, with its PIN.</summary>
public sealed class WithdrawAction : IMenuAction
{
    public ActionShape Shape { get; } = new("disputes.withdraw", ["ok", "already", "other"]) { Private = true, Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var followed = await FollowedDispute.OfAsync(step);
        if (followed.MembershipId != step.MembershipId)
        {
            return new Outcome("other");
        }

        if (followed.IsClosed)
        {
            return new Outcome("already");
        }

        step.Write(db => followed.WithdrawAsync(db));
        return new Outcome("ok");
    }
}
