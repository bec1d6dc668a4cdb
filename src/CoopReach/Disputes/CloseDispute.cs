using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Outbox;
using CoopReach.People;
using CoopReach.Produce;
using Microsoft.Extensions.Options;

namespace CoopReach.Disputes;

/// <summary>
/// The cooperative's answer to a dispute: settled or refused, with a sentence for the member. What it froze is free again.
/// A wrong order is put right in the same transaction, by its reversal and the right one. A no can be taken one level higher.
/// </summary>
public sealed class CloseDispute(Store store, ReverseOrder reverse, PhraseBook phrases, IOptions<ConversationSettings> settings, TimeProvider clock)
{
    private const int LongestAnswer = 90;
    private const int DigitsOfAPhone = 8;

    private const string Find = """
        select d.seq, d.membership_id, d.order_id, d.reason,
            (select e.actor from order_events e where e.order_id = d.order_id and e.kind = 'recorded' limit 1),
            (select e.kind from dispute_events e where e.dispute_id = d.id and e.kind <> 'reminded' order by e.seq desc limit 1),
            (select count(*) from dispute_events e where e.dispute_id = d.id and e.kind = 'raised')
        from disputes d where d.id = $1 and d.cooperative_id = $2
        """;

    /// <summary>The cooperative itself answers, as long as nobody took it higher.</summary>
    /// <exception cref="RefusedException">Unknown here, closed before, taken higher, the decider recorded the order, or the answer is not one.</exception>
    public Task RunAsync(Staff by, long disputeId, string kind, string answer, Correction? correction, CancellationToken cancel) =>
        RunAsync(by, Rung.Cooperative, disputeId, kind, answer, correction, cancel);

    /// <param name="rung">Of whoever answers: nobody decides what was taken above them.</param>
    /// <param name="kind">Settled or refused.</param>
    /// <param name="answer">What the member reads: at most 90 characters, and no phone or ID, because it can never be erased.</param>
    /// <exception cref="RefusedException">Unknown here, closed before, not theirs to answer, the decider recorded the order, or the answer is not one.</exception>
    /// <param name="correction">How the order is put right; only where the dispute is settled, and of its own order.</param>
    internal async Task RunAsync(Staff by, Rung rung, long disputeId, string kind, string answer, Correction? correction, CancellationToken cancel)
    {
        var said = CheckAnswer(answer);
        var now = clock.GetUtcNow();
        await store.CommitAsync(
            async db =>
            {
                var corrected = correction is null ? null : await reverse.InAsync(db, correction);
                await DisputeNumber.WaitTurnAsync(db, by.CooperativeId);
                var closing = await FindAsync(db, by, rung, disputeId);
                MustFit(closing, kind, correction);
                await WriteAsync(db, by, disputeId, closing, kind, said, corrected, now);
                await TellAsync(db, closing, kind, said, now);
            },
            cancel);
    }

    private static string CheckAnswer(string answer)
    {
        var said = answer.Trim();
        var digits = said.Aggregate((Longest: 0, Now: 0), (run, letter) => char.IsDigit(letter) ? (Math.Max(run.Longest, run.Now + 1), run.Now + 1) : (run.Longest, 0)).Longest;
        return said.Length is >= 3 and <= LongestAnswer && digits < DigitsOfAPhone
            ? said
            : throw RefusedException.Because("disputes.refuse.answer", "most", $"{LongestAnswer}");
    }

    private static async ValueTask<Closing> FindAsync(Statements db, Staff by, Rung rung, long disputeId)
    {
        var closing = await db.FirstAsync(Find, Closing.Read, disputeId, by.CooperativeId) ?? throw RefusedException.Because("disputes.refuse.unknown");
        return closing switch
        {
            { IsClosed: true } => throw RefusedException.Because("disputes.refuse.closed"),
            _ when !rung.MayAnswer(closing.Raised) => throw RefusedException.Because(rung == Rung.Cooperative ? "disputes.refuse.raised" : "disputes.refuse.not-yours"),
            { Recorder: { } recorder } when recorder == by.Actor => throw RefusedException.Because("disputes.refuse.own"),
            _ => closing,
        };
    }

    private static void MustFit(Closing closing, string kind, Correction? correction)
    {
        if (kind is not (DisputeEvent.Settled or DisputeEvent.Refused)
            || (correction is not null && (kind != DisputeEvent.Settled || correction.OrderId != closing.OrderId)))
        {
            throw new ArgumentException("An order is corrected where its own dispute is settled.", nameof(correction));
        }
    }

    private static async ValueTask WriteAsync(
        Statements db, Staff by, long disputeId, Closing closing, string kind, string said, Corrected? corrected, DateTimeOffset now)
    {
        if (closing.OrderId is { } order)
        {
            await OrderEvent.Table.AppendAsync(db, new OrderEvent
            {
                CooperativeId = by.CooperativeId, OrderId = order, Kind = OrderEvent.Settled, Reason = kind, Actor = by.Actor, At = now,
            });
        }

        await DisputeEvent.Table.AppendAsync(db, new DisputeEvent
        {
            CooperativeId = by.CooperativeId, DisputeId = disputeId, Kind = kind, Detail = said, Actor = by.Actor, At = now,
        });
        await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, $"dispute.{kind}", closing.Code, corrected is null ? said : $"{said} (order {corrected.ReversalNumber} takes it back)", "console");
    }

    private async ValueTask TellAsync(Statements db, Closing closing, string kind, string said, DateTimeOffset now)
    {
        var member = await Recipient.OfMembershipAsync(db, closing.MembershipId);
        if (member.Phone is not { } phone)
        {
            return;
        }

        var text = phrases.Say(member.Language, kind == DisputeEvent.Settled ? "disputes.sms.settled" : "disputes.sms.refused", new Dictionary<string, Value>
        {
            ["coop"] = member.Cooperative,
            ["case"] = closing.Code,
            ["reason"] = Value.Phrase($"disputes.reasons.{closing.Reason}"),
            ["answer"] = said,
            ["dial"] = $"{settings.Value.ServiceCode.TrimEnd('#')}*8*{closing.Seq}#",
        });
        await OutboxQueue.QueueAsync(db, closing.MembershipId, $"dispute:{member.Cooperative}:{closing.Seq}:{closing.Raised}:{kind}", phone, text, "answer", now);
    }

    private sealed record Closing(long Seq, long MembershipId, long? OrderId, string Reason, string? Recorder, string? Standing, long Raised)
    {
        public bool IsClosed => Standing is DisputeEvent.Settled or DisputeEvent.Refused or DisputeEvent.Withdrawn;

        public string Code => Dispute.CodeOf(Seq);

        public static Closing Read(ResultRow row) =>
            new(row.Number(0), row.Number(1), row.NumberOrNull(2), row.Text(3), row.TextOrNull(4), row.TextOrNull(5), row.Number(6));
    }
}
