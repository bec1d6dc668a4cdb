using System.Text.Json;
using System.Text.RegularExpressions;
using CoopReach.Demo;
using CoopReach.Tests.Channels;
using CoopReach.Tests.Commands;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Logs;

/// <summary>What the running product writes down of people: nothing that names or opens anything, however much is logged.</summary>
public sealed partial class LogTests
{
    private const string Key = "a-key-that-must-not-be-logged";
    private const string NewPin = "86319";
    private const string PaperCode = "K7QM9XTR";

    [Theory]
    [InlineData(Provider.Sqlite, "Production")]
    [InlineData(Provider.PostgreSql, "Production")]
    [InlineData(Provider.Sqlite, "Development")]
    public async Task No_line_at_any_level_holds_a_pin_a_phone_the_key_or_a_long_number(Provider provider, string environment)
    {
        await using var database = await TestDatabase.DemoAsync(provider);
        var log = await PlayAsync(database, environment);

        Assert.Contains("Verbose", environment == "Production" ? log : "Verbose", StringComparison.Ordinal);
        Assert.Contains("failed", log, StringComparison.Ordinal);
        foreach (var secret in new[] { DemoPeople.Alice.Pin!, DemoPeople.Jean.Pin!, "11111", NewPin, PaperCode, DemoPeople.Alice.Phone!, DemoPeople.Alice.Phone![1..], "0788000101", Key, TestDatabase.Pepper })
        {
            Assert.DoesNotContain(secret, WithoutTimes(log), StringComparison.Ordinal);
        }

        Assert.DoesNotMatch("(?<![0-9a-fA-F-])[0-9]{16}(?![0-9a-fA-F-])", SpanIds().Replace(log, ""));
    }

    [Fact]
    public async Task In_production_each_line_is_one_json_object()
    {
        await using var database = await TestDatabase.DemoAsync(Provider.Sqlite);
        var log = await PlayAsync(database, "Production");

        Assert.All(log.TrimEnd().Split('\n'), line =>
        {
            using var json = JsonDocument.Parse(line);
            Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
            Assert.True(json.RootElement.TryGetProperty("Level", out _), line);
        });
    }

    [Fact]
    public async Task A_request_is_one_line_with_method_path_status_time_and_trace()
    {
        await using var database = await TestDatabase.DemoAsync(Provider.Sqlite);
        var log = await PlayAsync(database, "Production");

        var requests = log.TrimEnd().Split('\n').Where(line => line.Contains("\"SourceContext\":\"CoopReach.Logs.RequestLog\"", StringComparison.Ordinal)).ToList();
        Assert.All(requests, line => Assert.Matches("\"RenderedMessage\":\"\\S*(POST|GET)\\S* \\S*/[a-z/{}*-]+\\S* [2-5][0-9][0-9] in [0-9]+ ms, trace \\S*[0-9a-f]{32}", line));
        Assert.Contains(requests, line => line.Contains(" 200 in", StringComparison.Ordinal));
        Assert.Contains(requests, line => line.Contains(" 401 in", StringComparison.Ordinal));
        Assert.Contains(requests, line => line.Contains(" 500 in", StringComparison.Ordinal));
    }

    /// <summary>A whole conversation with two PINs, one wrong; callbacks of every bad kind; and a failure inside.</summary>
    private static async Task<string> PlayAsync(TestDatabase database, string environment)
    {
        var settings = Product.Settings(database);
        settings["ASPNETCORE_ENVIRONMENT"] = environment;
        settings["Demo__Enabled"] = "false";
        foreach (var part in new[] { "Default", "Override__Microsoft", "Override__Microsoft.AspNetCore", "Override__System", "Override__Microsoft.Hosting.Lifetime" })
        {
            settings[$"Serilog__MinimumLevel__{part}"] = "Verbose";
        }

        var (product, http) = await Product.ServeAsync(settings);
        await using var running = product;
        using var client = http;
        var session = $"ATUid_{Guid.NewGuid():N}";
        foreach (var text in new[] { "", "1", "1*11111", $"1*11111*{DemoPeople.Alice.Pin}", $"1*11111*{DemoPeople.Alice.Pin}*00*7*3*{NewPin}", $"1*11111*{DemoPeople.Alice.Pin}*1" })
        {
            Assert.StartsWith("CON ", await PostAsync(client, RawHook.Ussd, CallbackBody.With(("sessionId", session), ("text", text))), StringComparison.Ordinal);
        }

        await PostAsync(client, RawHook.Ussd, CallbackBody.With(("text", $"1*{DemoPeople.Jean.Pin}"), ("serviceCode", "*1#")));
        await PostAsync(client, RawHook.Ussd, CallbackBody.With(("phoneNumber", "+250788000101+250788000101")));
        await PostAsync(client, RawHook.Ussd, CallbackBody.With(("text", "1*\n40718")));
        await PostAsync(client, RawHook.Ussd, CallbackBody.With(("other", new string('4', 20_000))));
        await PostAsync(client, RawHook.Ended, CallbackBody.EndedWith(("input", $"1*{DemoPeople.Alice.Pin}")));
        await PostAsync(client, RawHook.Ussd, CallbackBody.With(), "wrong");
        await client.GetAsync(new Uri($"/v/TWZ-4471-{PaperCode}", UriKind.Relative));
        await RenameAsync(database, "pin_credentials");
        Assert.StartsWith("END ", await PostAsync(client, RawHook.Ussd, CallbackBody.With(("text", $"1*{DemoPeople.Alice.Pin}"))), StringComparison.Ordinal);
        await RenameAsync(database, "conversations");
        await PostAsync(client, RawHook.Ended, CallbackBody.EndedWith());

        return await product.StopAsync();
    }

    private static async Task<string> PostAsync(HttpClient http, string path, string body, string key = Key)
    {
        using var form = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(RawHook.FormType));
        using var response = await http.PostAsync(new Uri($"{path}?key={key}", UriKind.Relative), form);
        return await response.Content.ReadAsStringAsync();
    }

    private static Task RenameAsync(TestDatabase database, string table) => database.ExecuteAsync($"alter table {table} rename to {table}_gone");

    private static string WithoutTimes(string log) => Times().Replace(log, "");

    /// <summary>One span in two thousand is named by sixteen digits and no letter, like a national ID.</summary>
    [GeneratedRegex("\"(SpanId|ParentId)\":\"[0-9a-f]{16}\"")]
    private static partial Regex SpanIds();

    /// <summary>Times, trace ids and durations have digits of their own.</summary>
    [GeneratedRegex("[0-9]{2}:[0-9]{2}:[0-9.]+|[0-9a-f]{16,32}|[0-9]+\\.[0-9]+|\"(ConnectionId|RequestId|TraceId|SpanId)\":\"[^\"]*\"")]
    private static partial Regex Times();
}
