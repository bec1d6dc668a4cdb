using CoopReach.Audit;

namespace CoopReach.Broadcasts;

/// <summary>What a draft would become if it were planned now.</summary>
/// <param name="Segments">SMS that are billed.</param>
/// <param name="Price">Francs.</param>
/// <param name="MostPrice">Francs, should everybody on WhatsApp have to be told by SMS.</param>
/// <param name="ByNetwork">Messages and francs for each network.</param>
/// <param name="LeftOut">People by reason.</param>
/// <param name="Samples">The longest message, and some others as members would read them.</param>
public sealed record BroadcastPreview(
    int Messages, int Segments, long Price, long MostPrice, IReadOnlyDictionary<string, (int Messages, long Price)> ByNetwork,
    IReadOnlyDictionary<string, int> LeftOut, IReadOnlyList<PlannedMessage> Samples);

/// <summary>Shows a draft on real members before it is planned. Writes nothing.</summary>
public sealed class PreviewBroadcast(BroadcastPlanner planner, TimeProvider clock)
{
    private const int MostSamples = 5;

    /// <exception cref="RefusedException">There is none of that number in the cooperative.</exception>
    public async Task<BroadcastPreview> RunAsync(Staff staff, long id, CancellationToken cancel)
    {
        var (_, messages, leftOut) = await planner.PlanAsync(staff, id, clock.GetUtcNow(), cancel);

        return new(
            messages.Count, messages.Sum(message => message.Segments), messages.Sum(message => message.Price), messages.Sum(message => message.MostPrice),
            messages.GroupBy(message => message.Network).ToDictionary(network => network.Key, network => (network.Count(), network.Sum(message => message.Price))),
            leftOut.CountBy(one => one.Reason).ToDictionary(),
            [.. messages.OrderByDescending(message => message.Segments).ThenByDescending(message => message.Body.Length).Take(1)
                .Concat(messages.DistinctBy(message => message.Body).OrderBy(message => message.PersonId)).DistinctBy(message => message.PersonId).Take(MostSamples)]);
    }
}
