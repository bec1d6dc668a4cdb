using CoopReach.Outbox;
using CoopReach.Tests.Channels.Gateways;

namespace CoopReach.Tests.Channels.AfricasTalking;

/// <summary>A reply that names no recipient: the message says why.</summary>
public sealed class WholeRequestTests
{
    [Theory]
    [InlineData("InvalidSenderId", Fate.Held, true, "InvalidSenderId")]
    [InlineData("InsufficientBalance", Fate.Held, true, "InsufficientBalance")]
    [InlineData("Sent to 0/2 Total Cost: 0", Fate.Refused, false, "Sent to 0/2 Total Cost: 0")]
    [InlineData("Message too long for +250788123456", Fate.Refused, false, "Message too long for ...456")]
    [InlineData("", Fate.Refused, false, "refused without a reason")]
    public async Task Nobody_was_sent_anything_for_the_reason_in_the_message(string message, Fate fate, bool pauses, string reason)
    {
        await using var provider = await StubProvider.StartAsync();
        provider.Answer = StubProvider.Says(201, $"{{\"SMSMessageData\":{{\"Message\":\"{message}\",\"Recipients\":[]}}}}");

        var result = await TestGateways.AfricasTalking(provider.Address).SendAsync(TestGateways.Letter(TestGateways.One, TestGateways.Two));

        Assert.Equal(2, result.Verdicts.Count);
        Assert.All(result.Verdicts, verdict => Assert.Equal(new Verdict(fate, Reason: reason), verdict));
        Assert.Equal(pauses, result.Halt is { For: null });
    }

    [Fact]
    public async Task The_refusal_that_was_seen_pauses_the_gateway()
    {
        await using var provider = await StubProvider.StartAsync();
        provider.Answer = StubProvider.Says(201, WireFile.AfricasTalking.At("outbound.response.wholeRequestRejected").GetRawText());

        var result = await TestGateways.AfricasTalking(provider.Address).SendAsync(TestGateways.Letter());

        Assert.Equal(new Halt("InvalidSenderId", null), result.Halt);
        Assert.Equal(Fate.Held, result.Verdicts[0].Fate);
    }

    [Fact]
    public async Task A_long_reason_is_cut()
    {
        await using var provider = await StubProvider.StartAsync();
        provider.Answer = StubProvider.Says(201, $"{{\"SMSMessageData\":{{\"Message\":\"{new string('x', 5000)}\",\"Recipients\":[]}}}}");

        Assert.Equal(103, (await TestGateways.AfricasTalking(provider.Address).SendAsync(TestGateways.Letter())).Verdicts[0].Reason!.Length);
    }
}
