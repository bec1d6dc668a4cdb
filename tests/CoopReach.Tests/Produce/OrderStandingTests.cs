using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Produce;

namespace CoopReach.Tests.Produce;

/// <summary>Where an order stands follows from its rows, and from nothing else.</summary>
public sealed class OrderStandingTests
{
    private static readonly DateOnly Due = new(2026, 5, 21);
    private static readonly DateTimeOffset PaidAt = new(2026, 5, 19, 23, 30, 0, TimeSpan.Zero);
    private static readonly OrderStanding Unpaid = new(22_000, 0, null, null, Reversed: false, Due);

    [Fact]
    public void Unpaid_says_until_when_on_the_day_itself_too()
    {
        Assert.Equal("produce.status.unpaid", Unpaid.Status.Text);
        AssertSays("unpaid", "day", Value.Day(Due), Unpaid.Sentence(Due.AddDays(-6)));
        AssertSays("unpaid", "day", Value.Day(Due), Unpaid.Sentence(Due));
    }

    [Fact]
    public void From_the_day_after_it_is_late_and_still_unpaid_in_the_list()
    {
        AssertSays("late", "day", Value.Day(Due), Unpaid.Sentence(Due.AddDays(1)));
        Assert.Equal("produce.status.unpaid", Unpaid.Status.Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(21_999)]
    public void Anything_less_than_all_is_part(long paid)
    {
        var standing = Unpaid with { Paid = paid, LastPaidAt = PaidAt };

        Assert.Equal("produce.status.part", standing.Status.Text);
        AssertSays("part", "paid", new Francs(paid), standing.Sentence(Due.AddDays(9)));
    }

    [Theory]
    [InlineData(22_000)]
    [InlineData(22_001)]
    public void All_or_more_is_paid_on_the_day_of_the_last_payment_in_Kigali(long paid)
    {
        var standing = Unpaid with { Paid = paid, LastPaidAt = PaidAt };

        Assert.Equal("produce.status.paid", standing.Status.Text);
        AssertSays("paid", "day", Value.Day(new DateOnly(2026, 5, 20)), standing.Sentence(Due));
    }

    [Fact]
    public void When_all_of_it_was_taken_off_nothing_is_left_to_be_paid()
    {
        var standing = Unpaid with { Net = 0 };

        Assert.Equal("produce.status.paid", standing.Status.Text);
        Assert.Equal("produce.state.nothing-left", standing.Sentence(Due.AddDays(30)).Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    [InlineData(22_000)]
    public void Contested_comes_before_whatever_is_paid(long paid)
    {
        var standing = Unpaid with { Paid = paid, LastPaidAt = PaidAt, Dispute = OrderEvent.Contested };

        Assert.Equal("produce.status.contested", standing.Status.Text);
        Assert.Equal("produce.state.contested", standing.Sentence(Due.AddDays(1)).Text);
    }

    [Theory]
    [InlineData(OrderEvent.Settled)]
    [InlineData(OrderEvent.Withdrawn)]
    public void After_the_dispute_it_stands_as_it_is_paid(string over)
    {
        Assert.Equal("produce.status.unpaid", (Unpaid with { Dispute = over }).Status.Text);
        Assert.Equal("produce.state.late", (Unpaid with { Dispute = over }).Sentence(Due.AddDays(1)).Text);
        Assert.Equal("produce.status.part", (Unpaid with { Dispute = over, Paid = 1 }).Status.Text);
        Assert.Equal("produce.status.paid", (Unpaid with { Dispute = over, Paid = 22_000, LastPaidAt = PaidAt }).Status.Text);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(22_000, null)]
    [InlineData(0, OrderEvent.Contested)]
    public void Reversed_comes_before_everything(long paid, string? dispute)
    {
        var standing = Unpaid with { Paid = paid, LastPaidAt = PaidAt, Dispute = dispute, Reversed = true };

        Assert.Equal("produce.status.reversed", standing.Status.Text);
        Assert.Equal("produce.state.reversed", standing.Sentence(Due).Text);
    }

    private static void AssertSays(string state, string name, Value value, Value sentence)
    {
        Assert.Equal($"produce.state.{state}", sentence.Text);
        Assert.Equal((value.Kind, value.Amount), (sentence.With[name].Kind, sentence.With[name].Amount));
    }
}
