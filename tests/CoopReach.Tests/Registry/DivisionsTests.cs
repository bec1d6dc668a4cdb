using CoopReach.Cooperatives;
using CoopReach.People;

namespace CoopReach.Tests.Registry;

public sealed class DivisionsTests
{
    [Theory]
    [InlineData("province", 5)]
    [InlineData("district", 30)]
    [InlineData("sector", 416)]
    [InlineData("cell", 2149)]
    [InlineData("village", 14837)]
    public void The_country_is_whole(string level, int count) => Assert.Equal(count, Divisions.All.Count(division => division.Level == level));

    [Fact]
    public void Everything_but_a_province_lies_in_something() => Assert.All(
        Divisions.All, division => Assert.True(division.Level == "province" || Divisions.Find(division.Parent) is not null, division.Code));

    [Theory]
    [InlineData("57150505", true)]
    [InlineData("1102", true)]
    [InlineData("11", false)]
    [InlineData("99", false)]
    [InlineData("Umucyo", false)]
    public void People_live_in_a_village_a_cell_or_a_sector_named_by_code(string code, bool home) => Assert.Equal(home, Divisions.IsHome(code));

    [Theory]
    [InlineData("UWASE Alice", "Alice Uwase")]
    [InlineData("Théogène  Nsabimana", "NSABIMANA THEOGENE")]
    [InlineData("Jean-Pierre N'Dayisaba", "ndayisaba jean pierre")]
    public void A_name_is_the_same_in_either_order_and_without_accents(string one, string other) =>
        Assert.Equal(NameSearch.Of(one), NameSearch.Of(other));
}
