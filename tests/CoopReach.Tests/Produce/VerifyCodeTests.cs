using CoopReach.Produce;

namespace CoopReach.Tests.Produce;

public sealed class VerifyCodeTests
{
    [Fact]
    public void Every_place_has_a_code_of_its_own_without_look_alikes()
    {
        var codes = Enumerable.Range(0, VerifyCode.Count).Select(VerifyCode.Of).ToHashSet();

        Assert.Equal(VerifyCode.Count, codes.Count);
        Assert.All(codes, code => Assert.True(code.Length == 4 && code.IndexOfAny(['0', 'O', '1', 'I', 'L']) < 0, code));
    }

    [Fact]
    public void There_is_no_code_beyond_the_last() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VerifyCode.Of(VerifyCode.Count));
}
