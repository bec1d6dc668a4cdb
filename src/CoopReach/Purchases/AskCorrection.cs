using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Produce;

namespace CoopReach.Purchases;

/// <summary>What is asked for, as it is typed.</summary>
public sealed class CorrectionForm
{
    /// <summary>One of <see cref="CorrectionReason"/>.</summary>
    public string Reason { get; set; } = CorrectionReason.Weight;

    /// <summary>Whether something was delivered after all.</summary>
    public bool HasInstead { get; set; } = true;

    public string Product { get; set; } = "";

    public string Gross { get; set; } = "";

    public string Tare { get; set; } = "";
}

/// <summary>The first of the two people: says what is wrong with an order and what should stand there. Nothing of the order changes.</summary>
public sealed class AskCorrection(Store store, TimeProvider clock)
{
    private const string Stands = """
        select o.moisture_tenths from purchase_orders o where o.id = $1 and o.cooperative_id = $2 and o.reverses_id is null
            and not exists (select 1 from purchase_orders r where r.reverses_id = o.id)
        """;

    private const string Sold = "select count(*) from products where cooperative_id = $1 and name = $2";

    /// <exception cref="RefusedException">There is no such order that stands, or the weights are none.</exception>
    public Task RunAsync(Seat by, long orderId, CorrectionForm form, CancellationToken cancel)
    {
        by.Must(Permission.SeeBook);
        var staff = by.Staff ?? throw RefusedException.Because("access.refused.no-right");
        var (reason, instead) = (CorrectionReason.All.Contains(form.Reason) ? form.Reason : throw RefusedException.Because("produce.refused.reason"), InsteadOf(form));
        return store.CommitAsync(
            async db =>
            {
                var order = await db.FirstAsync(Stands, row => new { Moisture = row.NumberOrNull(0) }, orderId, staff.CooperativeId)
                    ?? throw RefusedException.Because("office.orders.refused.gone");
                if (instead is not null && await db.FirstAsync(Sold, row => row.Number(0), staff.CooperativeId, instead.Product) == 0)
                {
                    throw RefusedException.Because("prices.refused.no-product");
                }

                var right = instead is null ? null : instead with { MoistureTenths = order.Moisture };
                await staff.NoteAsync(db, clock.GetUtcNow(), AskedCorrection.Ask, AskedCorrection.Subject, AskedCorrection.Detail(orderId, reason, right));
            },
            cancel);
    }

    private static RightDelivery? InsteadOf(CorrectionForm form)
    {
        if (!form.HasInstead)
        {
            return null;
        }

        if (!Typed.TryWeight(form.Gross, out var gross) || !Typed.TryWeight(form.Tare.Trim() is "" ? "0" : form.Tare, out var tare))
        {
            throw RefusedException.Because("office.orders.refused.weight");
        }

        return tare.Grams < gross.Grams ? new(form.Product, gross, tare) : throw RefusedException.Because("produce.refused.weight");
    }
}
