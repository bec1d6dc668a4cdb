using CoopReach.People;

namespace CoopReach.Tests.People;

public sealed class PinTests
{
    private const string Phone = "+250788034917";

    [Theory]
    [InlineData("11111", "one digit")]
    [InlineData("12122", "two digits")]
    [InlineData("40040", "two digits")]
    [InlineData("12345", "a row up")]
    [InlineData("56789", "a row up")]
    [InlineData("67890", "a row up, over the end")]
    [InlineData("01234", "a row up from 0")]
    [InlineData("54321", "a row down")]
    [InlineData("98765", "a row down")]
    [InlineData("09876", "a row down from 0")]
    [InlineData("43210", "a row down to 0")]
    [InlineData("40704", "a palindrome")]
    [InlineData("34917", "the end of the phone number")]
    [InlineData("00263", "the member number with zeros")]
    [InlineData("02637", "the member number and one more")]
    [InlineData("19837", "the year of birth and one more")]
    [InlineData("71983", "one and the year of birth")]
    public void Easy_to_guess(string pin, string why) => Assert.True(Pin.IsWeak(pin, Phone, "0263", 1983), why);

    [Theory]
    [InlineData("40718")]
    [InlineData("51930")]
    [InlineData("60214")]
    [InlineData("71305")]
    [InlineData("82416")]
    [InlineData("93527")]
    [InlineData("12354")]
    [InlineData("34918")]
    [InlineData("13579")]
    public void Not_easy_to_guess(string pin) => Assert.False(Pin.IsWeak(pin, Phone, "0263", 1983));

    [Fact]
    public void A_short_member_number_forbids_only_itself_with_zeros()
    {
        Assert.True(Pin.IsWeak("00007", Phone, "7", null));
        Assert.False(Pin.IsWeak("40718", Phone, "7", null));
        Assert.False(Pin.IsWeak("40718", Phone, "40", null));
    }

    [Fact]
    public void Most_PINs_may_be_chosen()
    {
        var weak = Enumerable.Range(0, 100_000).Count(pin => Pin.IsWeak($"{pin:00000}", Phone, "0263", 1983));

        Assert.InRange(weak, 1_000, 3_000);
    }

    [Theory]
    [InlineData("40718", true)]
    [InlineData("00000", true)]
    [InlineData("4071", false)]
    [InlineData("407180", false)]
    [InlineData("4071a", false)]
    [InlineData("４０７１８", false)]
    [InlineData(" 4071", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Five_plain_digits_are_well_formed(string? text, bool isWellFormed) => Assert.Equal(isWellFormed, Pin.IsWellFormed(text));
}
