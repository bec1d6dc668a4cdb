using System.Globalization;
using CoopReach.Channels.AfricasTalking;
using CoopReach.Channels.Gateways;
using CoopReach.Outbox;
using CoopReach.Tests.Channels.Gateways;

namespace CoopReach.Tests.Channels.AfricasTalking;

/// <summary>What the reply to a send says of each recipient.</summary>
public sealed class ReplyTests
{
    private static readonly Dictionary<int, (Fate Fate, bool Stops, bool Pauses)> Expected = new()
    {
        [100] = (Fate.Accepted, false, false),
        [101] = (Fate.Accepted, false, false),
        [102] = (Fate.Accepted, false, false),
        [401] = (Fate.Refused, false, true),
        [402] = (Fate.Held, false, true),
        [403] = (Fate.Refused, false, false),
        [404] = (Fate.Refused, false, false),
        [405] = (Fate.Held, false, true),
        [406] = (Fate.Refused, true, false),
        [407] = (Fate.Later, false, false),
        [409] = (Fate.Refused, true, false),
        [500] = (Fate.Later, false, false),
        [501] = (Fate.Later, false, false),
        [502] = (Fate.Later, false, false),
    };

    private static IEnumerable<(int Code, string Name)> Told =>
        WireFile.AfricasTalking.At("outbound.response.statusCodes").EnumerateArray().Select(status => (status.At("code").GetInt32(), status.Text("name")));

    public static TheoryData<int> Codes => [.. Told.Select(status => status.Code)];

    [Fact]
    public void Every_status_that_is_known_is_mapped_under_its_name() =>
        Assert.Equal(Told.OrderBy(status => status.Code), RecipientStatus.All.Select(status => (status.Key, status.Value.Name)).OrderBy(status => status.Key));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_status_decides_what_becomes_of_the_message(int code)
    {
        var result = Read(Reply(Recipient(code, TestGateways.One)));
        var (fate, stops, pauses) = Expected[code];

        var verdict = Assert.Single(result.Verdicts);
        Assert.Equal((fate, stops), (verdict.Fate, verdict.Stops));
        Assert.Equal(pauses, result.Halt is { For: null });
        Assert.Equal(fate == Fate.Accepted ? null : $"{Told.Single(status => status.Code == code).Name} ({code})", verdict.Reason);
    }

    [Theory]
    [InlineData(103)]
    [InlineData(408)]
    [InlineData(0)]
    public void A_status_nobody_told_of_leaves_the_message_unknown(int code)
    {
        var result = Read(Reply(Recipient(code, TestGateways.One)));

        Assert.Equal(new Verdict(Fate.Unknown, "ATXid_1", 100_000, $"an unknown status ({code})"), Assert.Single(result.Verdicts));
        Assert.Null(result.Halt);
    }

    [Fact]
    public void The_example_says_what_became_of_three_recipients_in_whatever_order()
    {
        var example = new ProviderReply(201, WireFile.AfricasTalking.At("outbound.response.example").GetRawText());
        var result = AfricasTalkingReply.Read(TestGateways.Letter("+250722999888", TestGateways.Two, "+250788999999", TestGateways.One), example);

        Assert.Equal(
        [
            new Verdict(Fate.Refused, null, null, "UserInBlacklist (406)", Stops: true),
            new Verdict(Fate.Accepted, "ATXid_6a1f732ea1191c1f03a7d9bea3a91007", 100_000),
            new Verdict(Fate.Unknown, null, null, "the reply does not name this recipient"),
            new Verdict(Fate.Accepted, "ATXid_520e732ea1191c1f03a7d9bea3a91006", 100_000),
        ], result.Verdicts);
        Assert.Null(result.Halt);
    }

    [Theory]
    [InlineData("RWF 10.0000", 100_000L)]
    [InlineData("RWF 0.8025", 8_025L)]
    [InlineData("RWF 12", 120_000L)]
    [InlineData("KES 0.8000", null)]
    [InlineData("USD 0.01", null)]
    [InlineData("0", null)]
    [InlineData("", null)]
    [InlineData("RWF", null)]
    [InlineData("RWF -5.0000", null)]
    [InlineData("RWF 1e9", null)]
    [InlineData("RWF 99999999999999999999", null)]
    public void A_cost_is_kept_where_it_is_in_francs(string cost, long? kept) =>
        Assert.Equal(kept, Read(Reply(Recipient(101, TestGateways.One, cost))).Verdicts[0].Cost);

    [Theory]
    [InlineData("{\"statusCode\":\"101\",\"number\":\"250788123456\",\"messageId\":\"a\"}", Fate.Accepted)]
    [InlineData("{\"statusCode\":101,\"number\":\"+250 788 123 456\",\"messageId\":\"a\",\"cost\":10}", Fate.Accepted)]
    [InlineData("{\"number\":\"+250788123456\",\"status\":\"Success\"}", Fate.Unknown)]
    [InlineData("{\"statusCode\":null,\"number\":\"+250788123456\"}", Fate.Unknown)]
    [InlineData("{\"statusCode\":101.5,\"number\":\"+250788123456\"}", Fate.Unknown)]
    [InlineData("{\"statusCode\":101}", Fate.Unknown)]
    [InlineData("{\"statusCode\":101,\"number\":250788123456}", Fate.Unknown)]
    [InlineData("null", Fate.Unknown)]
    public void A_recipient_written_otherwise_is_read_or_unknown(string recipient, Fate fate) =>
        Assert.Equal(fate, Assert.Single(Read(Reply(recipient)).Verdicts).Fate);

    [Fact]
    public void Of_two_messages_to_one_phone_each_has_its_own_answer()
    {
        var reply = Reply(Recipient(101, TestGateways.One), Recipient(500, TestGateways.One));
        var result = AfricasTalkingReply.Read(TestGateways.Letter(TestGateways.One, TestGateways.One, TestGateways.One), new ProviderReply(201, reply));

        Assert.Equal([Fate.Accepted, Fate.Later, Fate.Unknown], result.Verdicts.Select(verdict => verdict.Fate));
    }

    private static SendResult Read(string reply) => AfricasTalkingReply.Read(TestGateways.Letter(), new ProviderReply(201, reply));

    private static string Reply(params string[] recipients) => $"{{\"SMSMessageData\":{{\"Message\":\"Sent\",\"Recipients\":[{string.Join(',', recipients)}]}}}}";

    private static string Recipient(int code, string phone, string cost = "RWF 10.0000") => string.Create(
        CultureInfo.InvariantCulture, $"{{\"statusCode\":{code},\"number\":\"{phone}\",\"status\":\"x\",\"cost\":\"{cost}\",\"messageId\":\"ATXid_1\"}}");
}
