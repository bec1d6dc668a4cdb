using System.Globalization;
using CoopReach.Data;
using CoopReach.Outbox;
using Microsoft.Extensions.Options;

namespace CoopReach.Channels.Simulated;

/// <summary>
/// A network inside the product: takes messages, delivers them to the handset and reports on it, with the latency and the
/// faults it is told to have. What happens to a message follows from its id, so a run can be repeated.
/// </summary>
public sealed class SimulatedGateway(string channel, Store store, IOptions<SimulatedSettings> options, TimeProvider clock, ILogger<SimulatedGateway> logger)
    : IGateway
{
    private const long FrancTenThousandths = 10_000;
    private const long PriceOfAMessage = 15;

    private readonly SimulatedSettings _settings = options.Value;

    public string Name { get; } = $"simulated-{channel}";

    public string Channel => channel;

    public int MostTogether => 100;

    public async Task<SendResult> SendAsync(Letter letter, CancellationToken stopping)
    {
        await Task.Delay(_settings.Latency, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var verdicts = letter.To.Select(to => Answer(to.MessageId)).ToList();
        _ = ReportAsync([.. letter.To.Where((_, place) => verdicts[place].Fate == Fate.Accepted)]);

        return new SendResult(verdicts);
    }

    private Verdict Answer(long message) => Happens(message, 1, _settings.RefusedPercent)
        ? new Verdict(Fate.Refused, Reason: "refused by the simulated network")
        : new Verdict(Fate.Accepted, IdOf(message), PriceOfAMessage * FrancTenThousandths);

    private async Task ReportAsync(IReadOnlyList<Addressee> accepted)
    {
        try
        {
            await Task.Delay(_settings.ReportAfter, clock, CancellationToken.None);
            foreach (var report in accepted.Where(to => !Happens(to.MessageId, 3, _settings.UnreportedPercent)).Select(ReportOn))
            {
                await store.CommitAsync(db => DeliveryReports.TakeAsync(db, report, clock.GetUtcNow()), CancellationToken.None);
            }
        }
        catch (Exception fault)
        {
            // A network may lose a report; the message stays sent.
            logger.LogWarning(fault, "A delivery report of the simulated network was lost");
        }
    }

    private Report ReportOn(Addressee to) => Happens(to.MessageId, 2, _settings.UndeliveredPercent)
        ? new Report(Name, channel, IdOf(to.MessageId), to.Phone, MessageLife.Fail, "the phone was off")
        : new Report(Name, channel, IdOf(to.MessageId), to.Phone, MessageLife.Deliver);

    private static string IdOf(long message) => string.Create(CultureInfo.InvariantCulture, $"SIM{message}");

    private static bool Happens(long message, long what, int percent) => (message + what) * 2_654_435_761 % 101 % 100 < percent;
}
