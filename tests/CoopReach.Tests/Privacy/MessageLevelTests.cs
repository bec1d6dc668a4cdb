using CoopReach.Outbox;

namespace CoopReach.Tests.Privacy;

public sealed class MessageLevelTests
{
    [Theory]
    [InlineData("legal", true, true, true)]
    [InlineData("notice", true, true, true)]
    [InlineData("answer", true, true, true)]
    [InlineData("delivery", true, true, false)]
    [InlineData("payment", true, true, false)]
    [InlineData("receipt", true, true, false)]
    [InlineData("broadcast", true, false, false)]
    [InlineData("news", true, false, false)]
    [InlineData("a kind nobody knows", true, false, false)]
    [InlineData("Legal", true, false, false)]
    [InlineData("", true, false, false)]
    public void What_each_level_lets_through(string kind, bool all, bool essential, bool legal) => Assert.Equal(
        (all, essential, legal),
        (MessageLevel.MayReceive(MessageLevel.All, kind), MessageLevel.MayReceive(MessageLevel.Essential, kind), MessageLevel.MayReceive(MessageLevel.Legal, kind)));

    [Theory]
    [InlineData("legal", true)]
    [InlineData("notice", true)]
    [InlineData("answer", true)]
    [InlineData("receipt", false)]
    [InlineData("broadcast", false)]
    public void A_level_nobody_knows_lets_through_what_always_goes_and_no_more(string kind, bool goes) =>
        Assert.Equal((goes, goes), (MessageLevel.MayReceive("none", kind), MessageLevel.MayReceive("", kind)));
}
