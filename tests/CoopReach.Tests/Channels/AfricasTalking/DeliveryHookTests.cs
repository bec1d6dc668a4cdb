using System.Text.Json;
using CoopReach.Tests.Channels.Gateways;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Channels.AfricasTalking;

/// <summary>Delivery reports over real HTTP, in the order the world has.</summary>
public sealed class DeliveryHookTests
{
    private const string Path = "/hooks/africastalking/delivery";
    private const string Gateway = "africastalking-sms";
    private const string Phone = "+250788000101";

    private static readonly Dictionary<string, string> Expected = new()
    {
        ["Sent"] = "sent",
        ["Submitted"] = "sent",
        ["Buffered"] = "sent",
        ["Success"] = "delivered",
        ["Rejected"] = "failed",
        ["Failed"] = "failed",
        ["Expired"] = "failed",
        ["AbsentSubscriber"] = "failed",
    };

    private static readonly string[] WantNoMore = ["UserInBlackList", "userinblacklist", "UserInBlacklist", "DoNotDisturbRejection"];

    private static JsonElement Wire => WireFile.AfricasTalking.At("inbound.deliveryReport");

    private static IEnumerable<string> Told(string list, string name) => Wire.At(list).EnumerateArray().Select(one => one.Text(name));

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_status_moves_a_message_as_far_as_it_says(Provider provider)
    {
        await using var service = await Service.StartAsync(provider, SentMessages.WorkerOff);
        using var hook = new RawHook(service);
        Assert.Equal(Expected.Keys.Order(), Told("statuses", "status").Order());
        foreach (var (status, state) in Expected)
        {
            var message = await service.Database.AddAsync(Gateway, $"id-{status}", Phone, "unknown");

            Assert.Equal(200, (await hook.PostAsync(Body($"id-{status}", status), Path)).Status);
            Assert.Equal((status, state), (status, await service.Database.StatusAsync(message)));
            Assert.Equal(state == "failed" ? status : null, await service.Database.ReasonAsync(message));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_reason_fails_the_message_and_some_say_that_the_phone_wants_no_more(Provider provider)
    {
        await using var service = await Service.StartAsync(provider, SentMessages.WorkerOff);
        using var hook = new RawHook(service);
        var number = 788_500_000;
        foreach (var reason in Told("failureReasons", "reason").Concat(WantNoMore))
        {
            var phone = $"+250{number++}";
            var message = await service.Database.AddAsync(Gateway, $"id-{phone}", phone);

            await hook.PostAsync(Body($"id-{phone}", "Failed", phone, reason), Path);
            Assert.Equal(("failed", reason), (await service.Database.StatusAsync(message), await service.Database.ReasonAsync(message)));
            Assert.Equal((reason, WantNoMore.Contains(reason)), (reason, await service.Database.IsStoppedAsync(phone, "sms")));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Reports_in_any_order_and_twice_never_move_a_message_back(Provider provider)
    {
        await using var service = await Service.StartAsync(provider, SentMessages.WorkerOff);
        using var hook = new RawHook(service);
        var message = await service.Database.AddAsync(Gateway, "id-1", Phone);
        foreach (var (status, state) in new[] { ("Buffered", "sent"), ("Failed", "failed"), ("Sent", "failed"), ("Success", "delivered"), ("Success", "delivered"), ("Failed", "delivered"), ("Submitted", "delivered") })
        {
            Assert.Equal(200, (await hook.PostAsync(Body("id-1", status), Path)).Status);
            Assert.Equal((status, state), (status, await service.Database.StatusAsync(message)));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_examples_are_taken_and_a_report_on_a_message_nobody_knows_is_kept(Provider provider)
    {
        await using var service = await Service.StartAsync(provider, SentMessages.WorkerOff);
        using var hook = new RawHook(service);
        var known = await service.Database.AddAsync(Gateway, "ATXid_520e732ea1191c1f03a7d9bea3a91006", "+250788123456");
        foreach (var example in Wire.At("exampleBodies").EnumerateArray())
        {
            Assert.Equal(new HookAnswer(200, "OK"), await hook.PostAsync(example.GetString()!, Path));
        }

        Assert.Equal("delivered", await service.Database.StatusAsync(known));
        Assert.Equal(2, await service.Database.NumberAsync("select count(*) from delivery_reports"));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from delivery_reports where stops and provider_id = 'ATXid_6a1f732ea1191c1f03a7d9bea3a91007'"));
    }

    [Theory]
    [InlineData("Read")]
    [InlineData("")]
    [InlineData("Success!")]
    public async Task A_status_nobody_told_of_changes_nothing_and_is_answered(string status)
    {
        await using var service = await Service.StartAsync(settings: SentMessages.WorkerOff);
        using var hook = new RawHook(service);
        var message = await service.Database.AddAsync(Gateway, "id-1", Phone);

        Assert.Equal(200, (await hook.PostAsync(Body("id-1", status), Path)).Status);
        Assert.Equal("sent", await service.Database.StatusAsync(message));
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from delivery_reports"));
    }

    private static string Body(string id, string status, string phone = Phone, string reason = "") =>
        $"id={Uri.EscapeDataString(id)}&status={Uri.EscapeDataString(status)}&phoneNumber={Uri.EscapeDataString(phone)}&networkCode=63510&retryCount=0" + (reason.Length == 0 ? "" : $"&failureReason={reason}");
}
