using CoopReach.Outbox;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoopReach.Tests.Channels.Gateways;

/// <summary>From the outbox over the wire and back: what a provider says of a message ends on its row, whichever comes first.</summary>
public sealed class WholeWayTests
{
    private const string Delivered = "/hooks/africastalking/delivery";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_report_that_is_quicker_than_the_reply_is_not_lost(Provider provider)
    {
        await using var gateway = await StubProvider.StartAsync();
        var database = await TestDatabase.DemoOnFixedDayAsync(provider);
        await QueueAsync(database, TestGateways.One);
        await QueueAsync(database, TestGateways.Two);
        Task<HookAnswer>? reported = null;
        var reporting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        gateway.Answer = async context =>
        {
            await reporting.Task;
            await reported!;
            await StubProvider.Says(201, Reply)(context);
        };
        await using var service = Service.StartOn(database, new Dictionary<string, string>
        {
            ["Channels:AfricasTalking:Username"] = "sandbox",
            ["Channels:AfricasTalking:ApiKey"] = "key",
            ["Channels:AfricasTalking:BaseUrl"] = gateway.Address,
            // A clock that stands gives no credit.
            ["Outbox:Sms:PerSecond"] = "0",
        });
        using var hook = new RawHook(service);
        await gateway.ArrivedAsync();
        reported = hook.PostAsync($"id=ATXid_1&status=Success&phoneNumber={Uri.EscapeDataString(TestGateways.One)}", Delivered);
        reporting.SetResult();
        await service.Services.GetServices<IHostedService>().OfType<OutboxWorker>().Single().StopAsync(CancellationToken.None);

        Assert.Equal($"{TestGateways.One},{TestGateways.Two}", Assert.Single(gateway.Requests).Form["to"]);
        Assert.Equal(
            [$"{TestGateways.Two} failed UserInBlacklist (406) ", $"{TestGateways.One} delivered  ATXid_1"],
            await service.Database.ReadAsync(db => db.AllAsync(
                "select phone, status, coalesce(reason, ''), coalesce(provider_id, '') from outbox_messages where key like 'way:%' order by phone",
                row => $"{row.Text(0)} {row.Text(1)} {row.Text(2)} {row.Text(3)}")));
        Assert.True(await service.Database.IsStoppedAsync(TestGateways.Two, "sms"));
    }

    private static string Reply =>
        $$"""
        {"SMSMessageData":{"Message":"Sent to 1/2","Recipients":[
            {"statusCode":406,"number":"{{TestGateways.Two}}","status":"UserInBlacklist","cost":"0","messageId":"None"},
            {"statusCode":101,"number":"{{TestGateways.One}}","status":"Success","cost":"RWF 10.0000","messageId":"ATXid_1"}] } }
        """;

    private static Task QueueAsync(TestDatabase database, string phone) =>
        database.CommitAsync(async db => await OutboxQueue.QueueAsync(db, $"way:{phone}", phone, "Inama ni ejo", "answer", TestClock.Morning));
}
