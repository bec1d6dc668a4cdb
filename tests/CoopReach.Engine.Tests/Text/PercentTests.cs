namespace CoopReach.Engine.Tests.Text;

public sealed class PercentTests
{
    [Theory]
    [InlineData("33", 330)]
    [InlineData("33.3", 333)]
    [InlineData(" 33,3 % ", 333)]
    [InlineData("0.1", 1)]
    [InlineData("100", 1000)]
    [InlineData("12.50", 125)]
    public void A_percentage_is_read_with_point_or_comma(string typed, long permille) => Assert.Equal(permille, Percent.Parse(typed));

    [Theory]
    [InlineData("")]
    [InlineData("half")]
    [InlineData("-5")]
    [InlineData("33.33")]
    [InlineData("100.1")]
    [InlineData("1,000.0")]
    public void What_is_none_or_finer_than_a_thousandth_is_no_percentage(string typed) => Assert.Null(Percent.Parse(typed));
}
