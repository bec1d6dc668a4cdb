using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Produce;

namespace CoopReach.Purchases;

/// <summary>The second of the two people: takes the order back as it was asked, or leaves it as it is.</summary>
public sealed class DecideCorrection(Store store, ReverseOrder reverse, TimeProvider clock)
{
    /// <param name="asked">What they saw: another asking that came meanwhile is not approved by it.</param>
    /// <exception cref="RefusedException">It was decided or asked otherwise since, or the order may not be corrected now.</exception>
    public async Task<Corrected> ApproveAsync(Seat by, AskedCorrection asked, CancellationToken cancel)
    {
        by.Must(Permission.ReverseOrders);
        var (staff, corrected) = (by.Staff!, default(Corrected));
        await store.CommitAsync(
            async db =>
            {
                var correction = new Correction(staff.CooperativeId, asked.OrderId, asked.Reason, asked.By, staff.Actor) { Instead = asked.Instead };
                corrected = await reverse.InAsync(db, correction);
                await MustStillWaitAsync(db, staff, asked);
                await staff.NoteAsync(
                    db, clock.GetUtcNow(), "order.reverse", $"order:{asked.OrderId}",
                    $"{asked.Reason}, prepared by {asked.By}, PO {corrected.ReversalNumber}, instead {corrected.ReplacementNumber}");
                await DecidedAsync(db, staff, asked);
            },
            cancel);
        return corrected!;
    }

    /// <summary>The order stays as it is.</summary>
    public Task DropAsync(Seat by, AskedCorrection asked, CancellationToken cancel)
    {
        by.Must(Permission.ReverseOrders);
        return store.CommitAsync(
            async db =>
            {
                await ChainHead.LengthenAsync(db, AuditEntry.Table.Name, by.Staff!.CooperativeId, rows: 0);
                await MustStillWaitAsync(db, by.Staff!, asked);
                await DecidedAsync(db, by.Staff!, asked);
            },
            cancel);
    }

    private ValueTask DecidedAsync(Statements db, Staff staff, AskedCorrection asked) =>
        staff.NoteAsync(db, clock.GetUtcNow(), AskedCorrection.Decide, AskedCorrection.Subject, $"{asked.OrderId}");

    private static async ValueTask MustStillWaitAsync(Statements db, Staff staff, AskedCorrection asked)
    {
        if ((await AskedCorrection.FindAsync(db, staff.CooperativeId, asked.OrderId))?.Seq != asked.Seq)
        {
            throw RefusedException.Because("office.orders.refused.decided");
        }
    }
}
