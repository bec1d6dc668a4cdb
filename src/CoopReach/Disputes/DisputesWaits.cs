using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Today;

namespace CoopReach.Disputes;

/// <summary>Disputes somebody owes an answer to: staff those of their cooperative, officers those that were taken to them.</summary>
public sealed class DisputesWaits : IWaits
{
    private const string Raised = "(select count(*) from dispute_events e where e.dispute_id = d.id and e.kind = 'raised')";

    private const string Sql = $"""
        select d.seq, d.reason, m.number, d.answer_by, c.code, {Raised}, d.amount
        from disputes d join memberships m on m.id = d.membership_id join cooperatives c on c.id = d.cooperative_id
        where coalesce((select e.kind from dispute_events e where e.dispute_id = d.id and e.kind <> 'reminded' order by e.seq desc limit 1), 'raised') = 'raised'
        """;

    private const string Own = $"{Sql} and d.cooperative_id = $1 and {Raised} = 0 order by d.answer_by, d.id limit 20";

    private const string OfArea = $"{Sql} and substr(c.seat_code, 1, length($1)) = $1 and {Raised} between 1 and $2 order by d.answer_by, d.id limit 20";

    public async ValueTask<IReadOnlyList<Todo>> OfAsync(Seat seat, Statements db, DateTimeOffset now)
    {
        if (!seat.May(Permission.CloseDisputes) || Rungs.Of(seat) is not { } rung)
        {
            return [];
        }

        var open = seat.CooperativeId is { } cooperative
            ? await db.AllAsync(Own, Open.Read, cooperative)
            : await db.AllAsync(OfArea, Open.Read, seat.Area ?? "", (long)rung);
        var today = Kigali.Date(now);
        return [.. open.Select(one => ToTodo(seat, one, today))];
    }

    private static Todo ToTodo(Seat seat, Open open, DateOnly today)
    {
        var code = seat.CooperativeId is null ? $"{open.Cooperative}-{Dispute.CodeOf(open.Seq)}" : Dispute.CodeOf(open.Seq);
        var chip = open.Raised == 0 ? DisputeChips.Due(open.AnswerBy, today) : new("sun", "s-at", DisputeChips.With(open.Raised));
        return new(
            "/disputes",
            Value.Phrase("office.disputes.todo.title", ("code", code), ("about", Value.Phrase($"disputes.reasons.{open.Reason}"))),
            Value.Phrase("office.disputes.todo.how", ("number", open.Number), ("day", Value.Day(open.AnswerBy))),
            "office.disputes.todo.act", $"/disputes/{code}", chip, new DateTimeOffset(open.AnswerBy.ToDateTime(new TimeOnly(17, 0)), Kigali.Offset))
        {
            Amount = open.Amount > 0 ? new Francs(open.Amount) : null,
        };
    }

    private sealed record Open(long Seq, string Reason, string Number, DateOnly AnswerBy, string Cooperative, long Raised, long Amount)
    {
        public static Open Read(ResultRow row) => new(row.Number(0), row.Text(1), row.Text(2), row.Date(3), row.Text(4), row.Number(5), row.Number(6));
    }
}
