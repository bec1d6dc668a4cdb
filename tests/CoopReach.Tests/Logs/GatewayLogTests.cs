using System.Text;
using CoopReach.Tests.Channels.Gateways;
using CoopReach.Tests.Commands;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Logs;

/// <summary>What sending writes down: no key, no token, no text and no number, however much is logged.</summary>
public sealed class GatewayLogTests
{
    private const string ApiKey = "atsk_that-must-not-be-logged";
    private const string Token = "token-that-must-not-be-logged";
    private const string Text = "Inama ni ejo saa tatu";

    [Theory]
    [InlineData("Production", 401)]
    [InlineData("Production", 500)]
    [InlineData("Development", 200)]
    public async Task No_line_at_any_level_holds_the_credentials_of_a_gateway_or_what_was_sent(string environment, int status)
    {
        await using var database = await TestDatabase.DemoAsync(Provider.Sqlite);
        await using var provider = await StubProvider.StartAsync();
        provider.Answer = StubProvider.Says(status, $"{Text} {ApiKey} {Token} +250788123456");
        await QueueAsync(database, "sms");
        await QueueAsync(database, "whatsapp");

        var (product, http) = await Product.ServeAsync(Settings(database, provider.Address, environment));
        await using var running = product;
        using var client = http;
        await provider.ArrivedAsync();
        await provider.ArrivedAsync();
        using var form = new StringContent($"MessageSid=SM1&Body={Text}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        form.Headers.Add("X-Twilio-Signature", "signature-that-must-not-be-logged");
        using var refused = await client.PostAsync(new Uri("/hooks/twilio/message", UriKind.Relative), form);
        var log = await product.StopAsync();

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains(provider.Requests, request => request.Headers.TryGetValue("apiKey", out var key) && key == ApiKey);
        Assert.Contains("africastalking-sms", log, StringComparison.Ordinal);
        foreach (var secret in new[] { ApiKey, Token, Convert.ToBase64String(Encoding.UTF8.GetBytes($"AC1:{Token}")), "signature-that", Text, "Inama", "788123456" })
        {
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        }
    }

    private static Dictionary<string, string> Settings(TestDatabase database, string address, string environment)
    {
        var settings = Product.Settings(database);
        settings["ASPNETCORE_ENVIRONMENT"] = environment;
        settings["Demo__Enabled"] = "false";
        settings["PublicUrl"] = "https://coop.example";
        foreach (var (name, value) in new[] { ("AfricasTalking__Username", "coopreach"), ("AfricasTalking__ApiKey", ApiKey), ("AfricasTalking__BaseUrl", address), ("Twilio__AccountSid", "AC1"), ("Twilio__AuthToken", Token), ("Twilio__WhatsAppFrom", "+14155238886"), ("Twilio__BaseUrl", address) })
        {
            settings[$"Channels__{name}"] = value;
        }

        foreach (var part in new[] { "Default", "Override__Microsoft", "Override__Microsoft.AspNetCore", "Override__System", "Override__Microsoft.Hosting.Lifetime", "Override__System.Net.Http" })
        {
            settings[$"Serilog__MinimumLevel__{part}"] = "Verbose";
        }

        return settings;
    }

    private static Task QueueAsync(TestDatabase database, string channel) => database.ExecuteAsync(
        """
        insert into outbox_messages (key, channel, phone, body, purpose, priority, price, created_at, due_at, status, attempts)
        values ($1, $2, '+250788123456', $3, 'answer', 0, 0, $4, $4, 'queued', 0)
        """,
        $"test:{channel}", channel, Text, TestClock.Morning);
}
