using CoopReach.Access;

namespace CoopReach.Tests.Access;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("elevenchars", "password-short")]
    [InlineData("password1234", "password-known")]
    [InlineData("P@ssw0rd2026!!", "password-known")]
    [InlineData("passwordpassword", "password-known")]
    [InlineData("!!!Koperative!!!", "password-known")]
    [InlineData("iloveyou12345", "password-known")]
    [InlineData("1q2w3e4r5t6y", "password-known")]
    [InlineData("Uwase-Alice-1990", "password-own")]
    [InlineData("alice.uwase2026", "password-own")]
    [InlineData("alice.uwase@twz.demo", "password-own")]
    [InlineData("Twitezimbere Coffee Cooperative", "password-own")]
    [InlineData("aaaaaaaaaaaa", "password-pattern")]
    [InlineData("xk7xk7xk7xk7", "password-pattern")]
    [InlineData("123456789012", "password-pattern")]
    [InlineData("abcdefghijkl", "password-pattern")]
    [InlineData("lkjhgfdsamnb", "password-pattern")]
    public void What_everybody_tries_or_knows_is_no_password(string password, string why) =>
        Assert.Equal($"access.refused.{why}", Problem(password));

    [Fact]
    public void A_password_has_at_most_128_characters()
    {
        var longest = string.Concat(Enumerable.Range(0, 64).Select(number => (char)('a' + (number * 7 % 26))).SelectMany(letter => $"{letter}#"));

        Assert.Null(Problem(longest));
        Assert.Equal("access.refused.password-long", Problem(longest + "#"));
    }

    [Theory]
    [InlineData("four words in a row")]
    [InlineData("inka zanjye ni eshanu")]
    [InlineData("kx7qvt0mwz4b")]
    [InlineData("UMUSOZI W'ICYAYI")]
    public void Words_of_ones_own_need_no_capitals_digits_or_signs(string password) => Assert.Null(Problem(password));

    private static string? Problem(string password) => PasswordRules.Problem(password, "alice.uwase@twz.demo", "Uwase Alice", "Twitezimbere Coffee Cooperative");
}
