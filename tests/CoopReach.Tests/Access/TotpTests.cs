using System.Diagnostics;
using System.Globalization;
using CoopReach.Access;

namespace CoopReach.Tests.Access;

public sealed class TotpTests
{
    /// <summary>12345678901234567890, as the RFC uses it.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private const string Oathtool = "/usr/bin/oathtool";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_RFC_6238(long second, string code) => Assert.Equal(code, Totp.CodeAt(Key, DateTimeOffset.FromUnixTimeSeconds(second)));

    [Theory]
    [InlineData("1970-01-01 00:00:00")]
    [InlineData("2026-05-15 08:00:00")]
    [InlineData("2026-05-15 08:00:29")]
    [InlineData("2026-05-15 08:00:30")]
    [InlineData("2028-02-29 23:59:59")]
    [InlineData("2038-01-19 03:14:08")]
    [InlineData("2106-02-07 06:28:16")]
    public async Task Codes_are_those_of_oathtool_where_it_is_installed(string moment)
    {
        if (!File.Exists(Oathtool))
        {
            return;
        }

        foreach (var key in (string[])[Key, Totp.NewKey(), Totp.NewKey()])
        {
            using var tool = Process.Start(new ProcessStartInfo(Oathtool, ["--totp", "-b", "-N", $"{moment} UTC", key]) { RedirectStandardOutput = true })!;

            Assert.Equal((await tool.StandardOutput.ReadToEndAsync()).Trim(), Totp.CodeAt(key, DateTimeOffset.Parse($"{moment}Z", CultureInfo.InvariantCulture)));
        }
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_be_one_step_off(int seconds, bool good)
    {
        var code = Totp.CodeAt(Key, TestClock.Morning.AddSeconds(seconds));

        Assert.Equal(good, Totp.Match(Key, $"{code[..3]} {code[3..]}", TestClock.Morning) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    public void What_is_no_code_matches_nothing(string typed) => Assert.Null(Totp.Match(Key, typed, TestClock.Morning));
}
