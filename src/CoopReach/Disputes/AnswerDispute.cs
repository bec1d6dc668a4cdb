using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Disputes;

/// <summary>Somebody of the office answers a dispute: staff those of their cooperative, officers those of their area that were taken to them.</summary>
public sealed class AnswerDispute(Store store, CloseDispute close)
{
    private const string Sql = "select d.cooperative_id, c.seat_code from disputes d join cooperatives c on c.id = d.cooperative_id where d.id = $1";

    /// <param name="kind">Settled or refused.</param>
    /// <param name="answer">What the member reads.</param>
    /// <exception cref="RefusedException">No right, not theirs, closed before, or the answer is not one.</exception>
    public async Task RunAsync(Seat seat, long disputeId, string kind, string answer, CancellationToken cancel)
    {
        seat.Must(Permission.CloseDisputes);
        var cooperative = await FindAsync(seat, disputeId, cancel);
        await close.RunAsync(new Staff(cooperative, seat.Actor), Rungs.Of(seat) ?? throw NotTheirs(), disputeId, kind, answer, correction: null, cancel);
    }

    /// <summary>The cooperative whose dispute it is, where the seat covers it.</summary>
    private async Task<long> FindAsync(Seat seat, long disputeId, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        var (cooperative, seatCode) = await reading.Db.FirstAsync(Sql, row => (row.Number(0), row.Text(1)), disputeId);
        return cooperative != 0 && (seat.CooperativeId == cooperative || seat.Covers(seatCode)) ? cooperative : throw NotTheirs();
    }

    private static RefusedException NotTheirs() => RefusedException.Because("disputes.refuse.unknown");
}
