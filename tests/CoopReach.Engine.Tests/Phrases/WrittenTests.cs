using CoopReach.Engine.Phrases;

namespace CoopReach.Engine.Tests.Phrases;

public sealed class WrittenTests
{
    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(999, "999", "999")]
    [InlineData(1_000, "1,000", "1 000")]
    [InlineData(1_250_000, "1,250,000", "1 250 000")]
    [InlineData(-25_500, "-25,500", "-25 500")]
    [InlineData(long.MaxValue, "9,223,372,036,854,775,807", "9 223 372 036 854 775 807")]
    [InlineData(long.MinValue, "-9,223,372,036,854,775,808", "-9 223 372 036 854 775 808")]
    public void Thousands_are_grouped_by_a_comma_and_in_French_by_a_plain_space(long number, string plain, string french)
    {
        Assert.Equal(plain, Written.Number(Language.Kinyarwanda, number));
        Assert.Equal(plain, Written.Number(Language.English, number));
        Assert.Equal(french, Written.Number(Language.French, number));
    }

    [Theory]
    [InlineData(0, "0 Frw", "0 Frw")]
    [InlineData(84_500, "84,500 Frw", "84 500 Frw")]
    [InlineData(-1_000, "-1,000 Frw", "-1 000 Frw")]
    public void Money_is_whole_francs_with_the_unit_behind(long francs, string plain, string french)
    {
        Assert.Equal(plain, Written.Money(Language.Kinyarwanda, new Francs(francs)));
        Assert.Equal(plain, Written.Money(Language.English, new Francs(francs)));
        Assert.Equal(french, Written.Money(Language.French, new Francs(francs)));
    }

    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(49, "0", "0")]
    [InlineData(50, "0.1", "0,1")]
    [InlineData(38_000, "38", "38")]
    [InlineData(42_549, "42.5", "42,5")]
    [InlineData(42_550, "42.6", "42,6")]
    [InlineData(999_950, "1,000", "1 000")]
    [InlineData(1_250_500, "1,250.5", "1 250,5")]
    [InlineData(-49, "0", "0")]
    [InlineData(-500, "-0.5", "-0,5")]
    [InlineData(-1_250_550, "-1,250.6", "-1 250,6")]
    [InlineData(long.MaxValue, "9,223,372,036,854,775.8", "9 223 372 036 854 775,8")]
    [InlineData(long.MinValue, "-9,223,372,036,854,775.8", "-9 223 372 036 854 775,8")]
    public void A_weight_has_at_most_one_decimal_rounded_half_up_and_no_trailing_zero(long grams, string plain, string french)
    {
        Assert.Equal(plain, Written.Kilograms(Language.Kinyarwanda, new Weight(grams)));
        Assert.Equal(plain, Written.Kilograms(Language.English, new Weight(grams)));
        Assert.Equal(french, Written.Kilograms(Language.French, new Weight(grams)));
    }

    [Fact]
    public void Days_and_hours_are_digits_and_the_same_in_every_language()
    {
        Assert.Equal("02/04", Written.Day(new DateOnly(2026, 4, 2)));
        Assert.Equal("12/04/2026", Written.Date(new DateOnly(2026, 4, 12)));
        Assert.Equal("07:05", Written.Time(new TimeOnly(7, 5)));
        Assert.Equal("17:40", Written.Time(new TimeOnly(17, 40)));
    }

    [Theory]
    [InlineData(Language.Kinyarwanda, 3, "5 Werurwe 2026")]
    [InlineData(Language.Kinyarwanda, 9, "5 Nzeri 2026")]
    [InlineData(Language.Kinyarwanda, 12, "5 Ukuboza 2026")]
    [InlineData(Language.English, 1, "5 January 2026")]
    [InlineData(Language.English, 3, "5 March 2026")]
    [InlineData(Language.French, 3, "5 mars 2026")]
    [InlineData(Language.French, 8, "5 août 2026")]
    public void A_long_date_has_the_month_in_words(Language language, int month, string written) =>
        Assert.Equal(written, Written.LongDate(language, new DateOnly(2026, month, 5)));

    [Fact]
    public void Every_kind_of_value_is_written_in_its_own_form()
    {
        Assert.Equal("Uwera", Written.Of(Language.French, "Uwera"));
        Assert.Equal("25 500", Written.Of(Language.French, Value.Number(25_500)));
        Assert.Equal("25 500 Frw", Written.Of(Language.French, new Francs(25_500)));
        Assert.Equal("42,5", Written.Of(Language.French, new Weight(42_500)));
        Assert.Equal("12/04", Written.Of(Language.French, Value.Day(new DateOnly(2026, 4, 12))));
        Assert.Equal("12/04/2026", Written.Of(Language.French, Value.Date(new DateOnly(2026, 4, 12))));
        Assert.Equal("23:59", Written.Of(Language.French, Value.Time(new TimeOnly(23, 59))));
        Assert.Throws<ArgumentException>(() => Written.Of(Language.French, Value.Phrase("home.title")));
    }
}
