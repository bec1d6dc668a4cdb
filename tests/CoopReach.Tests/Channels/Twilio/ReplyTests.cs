using CoopReach.Channels.Gateways;
using CoopReach.Channels.Twilio;
using CoopReach.Outbox;
using CoopReach.Tests.Channels.Gateways;

namespace CoopReach.Tests.Channels.Twilio;

/// <summary>What the reply to a send says, by the provider's own codes.</summary>
public sealed class ReplyTests
{
    private const string Refused = "Refused";

    /// <summary>Fate, then who or what ends the pause, then whether the recipient wants no more. What is not here is refused and nothing else.</summary>
    private static readonly Dictionary<int, string> Expected = new()
    {
        [20003] = "Held person", [20404] = "Held person", [20429] = "Held while", [20500] = "Unknown", [20503] = "Later",
        [14107] = "Held while", [21212] = "Held person", [21408] = "Held person", [21603] = "Held person", [21606] = "Held person", [21608] = "Held person",
        [21609] = "Held person", [21610] = "Refused stops", [21611] = "Held while", [21701] = "Held person", [21703] = "Held person", [21705] = "Held person",
        [30001] = "Held while", [30002] = "Held person", [30008] = "Unknown", [30018] = "Held person", [63001] = "Held person", [63007] = "Held person",
        [63014] = "Refused stops", [63017] = "Held while", [63018] = "Held while", [63026] = "Refused person", [63033] = "Refused stops",
        [63038] = "Held tomorrow", [63051] = "Held person",
        [21655] = "Elsewhere", [21656] = "Elsewhere", [63003] = "Elsewhere", [63015] = "Elsewhere", [63016] = "Elsewhere", [63024] = "Elsewhere",
        [63027] = "Elsewhere", [63028] = "Elsewhere", [63032] = "Elsewhere", [63040] = "Elsewhere", [63041] = "Elsewhere", [63049] = "Elsewhere", [92007] = "Elsewhere",
    };

    private static Dictionary<int, (string Title, string When)> Told => WireFile.Twilio.At("outbound.errorCodes").EnumerateArray()
        .ToDictionary(error => error.At("code").GetInt32(), error => (error.Text("title"), error.Text("when")));

    public static TheoryData<int> Codes => [.. TwilioError.All.Keys];

    [Fact]
    public void Every_code_that_is_known_is_mapped_or_is_never_an_answer_to_a_send()
    {
        Assert.Equal(Told.Keys.Order(), TwilioError.All.Keys.Concat(TwilioError.OfHooks).Order());
        Assert.All(TwilioError.OfHooks, code => Assert.StartsWith("inbound webhook", Told[code].When, StringComparison.Ordinal));
        Assert.All(Told.Keys.Except(TwilioError.OfHooks), code => Assert.DoesNotMatch("^inbound webhook", Told[code].When));
        Assert.Empty(Expected.Keys.Except(Told.Keys));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_decides_what_becomes_of_the_message_and_of_the_gateway(int code)
    {
        var result = Read(400, $"{{\"code\":{code},\"message\":\"to +250788123456\",\"status\":400}}");
        var verdict = Assert.Single(result.Verdicts);
        var pause = result.Halt switch { null => "", { For: null } => " person", { For.TotalSeconds: 30 } => " while", _ => " tomorrow" };

        Assert.Equal(Expected.GetValueOrDefault(code, Refused), $"{verdict.Fate}{pause}{(verdict.Stops ? " stops" : "")}");
        Assert.EndsWith($" ({code})", verdict.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("788123456", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_days_limit_pauses_until_the_next_day() =>
        Assert.Equal(TimeSpan.FromHours(16), Read(429, "{\"code\":63038}").Halt!.For);

    [Fact]
    public void A_pause_is_as_long_as_the_provider_asks()
    {
        var reply = new ProviderReply(429, "{\"code\":20429}", TimeSpan.FromSeconds(90));
        Assert.Equal(TimeSpan.FromSeconds(90), TwilioReply.Read(TestGateways.Letter(), reply, TestClock.Morning).Halt!.For);

        var busy = new ProviderReply(503, "{\"code\":20503}", TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(5), TwilioReply.Read(TestGateways.Letter(), busy, TestClock.Morning).Halt!.For);
    }

    [Fact]
    public void The_example_of_a_success_is_taken_under_its_name() => Assert.Equal(
        new Verdict(Fate.Accepted, "SM00000000000000000000000000000001"),
        Assert.Single(Read(201, WireFile.Twilio.At("outbound.response.example").GetRawText()).Verdicts));

    [Fact]
    public void The_example_of_an_error_is_refused_for_its_reason() => Assert.Equal(
        new Verdict(Fate.Refused, Reason: "Invalid 'To' Phone Number (21211)"),
        Assert.Single(Read(400, WireFile.Twilio.At("outbound.errorResponse.example").GetRawText()).Verdicts));

    [Theory]
    [InlineData(400, "{\"code\":29999,\"message\":\"new for +250788123456\"}", Fate.Refused, "HTTP 400, Twilio error 29999")]
    [InlineData(500, "{\"code\":29999}", Fate.Unknown, "HTTP 500, Twilio error 29999")]
    [InlineData(429, "{\"code\":29999}", Fate.Held, "too many requests (HTTP 429), Twilio error 29999")]
    [InlineData(400, "{\"code\":\"21211\"}", Fate.Refused, "HTTP 400")]
    [InlineData(400, "{\"code\":99999999999}", Fate.Refused, "HTTP 400")]
    [InlineData(201, "{\"sid\":\"\"}", Fate.Unknown, "a reply nobody can read (HTTP 201)")]
    [InlineData(201, "{\"sid\":\"SM1\",\"error_code\":21610,\"status\":\"failed\"}", Fate.Refused, "Attempt to send to unsubscribed recipient (21610)")]
    public void What_is_in_no_table_is_judged_by_its_status(int status, string body, Fate fate, string reason)
    {
        var verdict = Assert.Single(Read(status, body).Verdicts);
        Assert.Equal((fate, reason), (verdict.Fate, verdict.Reason));
    }

    [Fact]
    public void Titles_are_the_providers_own_but_where_it_has_none_or_too_many_words()
    {
        var own = TwilioError.All.Where(error => !Told[error.Key].Title.StartsWith(error.Value.Title, StringComparison.Ordinal)).Select(error => error.Key);
        Assert.Equal([21606, 63015, 63016, 63049, 63051], own.Order());
    }

    private static SendResult Read(int status, string body) => TwilioReply.Read(TestGateways.Letter(), new ProviderReply(status, body), TestClock.Morning);
}
