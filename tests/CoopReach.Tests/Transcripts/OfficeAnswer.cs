using System.Globalization;
using CoopReach.Audit;
using CoopReach.Disputes;
using CoopReach.Engine;
using CoopReach.Produce;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Transcripts;

/// <summary>A complaint as the office answers it: no, or yes with the right weight instead of the one complained of.</summary>
internal sealed class OfficeAnswer(Service service, string cooperative, string complaint)
{
    private const string Find = """
        select d.id, d.cooperative_id, d.order_id, o.product from disputes d join cooperatives c on c.id = d.cooperative_id
        left join purchase_orders o on o.id = d.order_id where c.code = $1 and d.seq = $2
        """;

    public async Task RefuseAsync(string answer)
    {
        var found = await FindAsync();
        await CloseAsync(found, DisputeEvent.Refused, answer, null);
    }

    /// <param name="weightAndAnswer">Kilograms that stand, and what the member reads.</param>
    public async Task SettleAsync(string weightAndAnswer)
    {
        var (found, said) = (await FindAsync(), weightAndAnswer.Split(' ', 2));
        var weight = new Weight((long)(decimal.Parse(said[0], CultureInfo.InvariantCulture) * 1000));
        var correction = new Correction(found.Cooperative, found.Order!.Value, CorrectionReason.Weight, OfficeDesk.Clerk, OfficeDesk.Manager)
        {
            Instead = new RightDelivery(found.Product!, weight, default),
        };
        await CloseAsync(found, DisputeEvent.Settled, said[1], correction);
    }

    private Task CloseAsync(Found found, string kind, string answer, Correction? correction) => service.Services.GetRequiredService<CloseDispute>()
        .RunAsync(new Staff(found.Cooperative, OfficeDesk.Manager), found.Id, kind, answer, correction, CancellationToken.None);

    private Task<Found> FindAsync() => service.Database.ReadAsync(db => db.FirstAsync(
        Find,
        row => new Found(row.Number(0), row.Number(1), row.NumberOrNull(2), row.TextOrNull(3)),
        cooperative,
        long.Parse(complaint, CultureInfo.InvariantCulture)))!;

    private sealed record Found(long Id, long Cooperative, long? Order, string? Product);
}
