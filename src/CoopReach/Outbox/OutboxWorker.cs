using CoopReach.Data;
using Microsoft.Extensions.Options;

namespace CoopReach.Outbox;

/// <summary>Sends what is in the outbox: one lane for each gateway, for as long as the service runs.</summary>
public sealed class OutboxWorker(
    IEnumerable<IGateway> gateways, Store store, IOptions<OutboxSettings> options, TimeProvider clock, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.Enabled
        ? Task.WhenAll(gateways.Select(gateway => Task.Run(() => LaneOf(gateway, stoppingToken).RunAsync(), CancellationToken.None)))
        : Task.CompletedTask;

    private Lane LaneOf(IGateway gateway, CancellationToken stopping)
    {
        var settings = options.Value;
        var lane = gateway.Channel == OutboxQueue.WhatsApp ? settings.WhatsApp : settings.Sms;

        return new Lane(gateway, store, new LaneBook(gateway, lane, settings), lane, settings.Poll, clock, logger, stopping);
    }
}
