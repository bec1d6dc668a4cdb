using CoopReach.Tests.Channels.Gateways;

namespace CoopReach.Tests.Channels.Twilio;

/// <summary>Who may call back in Twilio's name.</summary>
public sealed class HookGateTests
{
    private const string Body = "MessageSid=SM1&MessageStatus=delivered&From=whatsapp%3A%2B14155238886&To=whatsapp%3A%2B250788000101";

    [Theory]
    [InlineData(SignedHook.Status)]
    [InlineData(SignedHook.Message)]
    public async Task A_callback_without_its_signature_is_turned_away(string path)
    {
        var (service, hook) = await SignedHook.StartAsync();
        await using var running = service;
        using var calling = hook;
        var right = await SignedHook.SignAsync(path, Body);

        Assert.Equal(new HookAnswer(400, "X-Twilio-Signature is missing"), await hook.PostAsync(path, Body, null));
        Assert.Equal(new HookAnswer(403, "X-Twilio-Signature is wrong"), await hook.PostAsync(path, Body, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
        Assert.Equal(403, (await hook.PostAsync(path, Body + "&x=1", right)).Status);
        Assert.Equal(403, (await hook.PostAsync(path + "?m=1", Body, right)).Status);
        Assert.Equal(415, (await hook.PostAsync(path, "{}", right, "application/json")).Status);
        Assert.Equal(413, (await hook.PostAsync(path, $"Body={new string('x', 70_000)}")).Status);
        Assert.Equal(400, (await hook.PostAsync(path, string.Join('&', Enumerable.Range(0, 300).Select(number => $"f{number}=1")), right)).Status);
        Assert.Equal(0, await service.Database.NumberAsync("select (select count(*) from delivery_reports) + (select count(*) from inbound_messages)"));
        Assert.Equal(200, (await hook.PostAsync(path, Body, right)).Status);
    }

    [Fact]
    public async Task The_query_is_signed_letter_by_letter()
    {
        var (service, hook) = await SignedHook.StartAsync();
        await using var running = service;
        using var calling = hook;

        Assert.Equal(200, (await hook.PostAsync(SignedHook.Status + "?z=1&m=7&e=%2B250&s=a%2fb&c=caf%C3%A9+au%20lait", Body)).Status);
    }

    [Theory]
    [InlineData("Channels:Twilio:AuthToken")]
    [InlineData("PublicUrl")]
    public async Task Where_no_signature_can_be_checked_nothing_is_taken(string missing)
    {
        var settings = missing == "PublicUrl" ? new Dictionary<string, string>(SignedHook.Settings) { [missing] = "" } : new Dictionary<string, string>(SentMessages.WorkerOff) { ["PublicUrl"] = SignedHook.Public };
        await using var service = await Service.StartAsync(settings: settings);
        using var hook = new SignedHook(service);
        var answer = await hook.PostAsync(SignedHook.Status, Body);

        Assert.Equal(new HookAnswer(500, $"{missing} is not set, so no signature can be checked"), answer);
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from delivery_reports"));
    }
}
