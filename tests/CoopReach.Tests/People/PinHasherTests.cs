using CoopReach.Demo;
using CoopReach.People;
using CoopReach.Tests.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace CoopReach.Tests.People;

public sealed class PinHasherTests
{
    private readonly PinHasher _pins = new("one pepper");

    [Fact]
    public void Only_the_right_PIN_matches()
    {
        var (salt, hash) = _pins.Create("40718");

        Assert.True(_pins.Matches("40718", salt, hash));
        Assert.False(_pins.Matches("40719", salt, hash));
        Assert.False(_pins.Matches("", salt, hash));
    }

    [Fact]
    public void The_same_PIN_is_stored_differently_for_everybody() =>
        Assert.NotEqual(_pins.Create("40718").Hash, _pins.Create("40718").Hash);

    [Fact]
    public void Without_the_pepper_the_database_gives_no_PIN_away()
    {
        var (salt, hash) = _pins.Create("40718");

        Assert.False(new PinHasher("another pepper").Matches("40718", salt, hash));
    }

    [Theory]
    [InlineData("")]
    [InlineData("thirty-one characters, too few.")]
    public void Production_does_not_start_without_a_long_pepper(string pepper)
    {
        var refusal = Assert.Throws<SettingException>(() => Read(Environments.Production, pepper));

        Assert.Contains("Secrets:Pepper", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Production_takes_a_pepper_of_32_characters() =>
        Assert.Equal("thirty-two characters, just long", Read(Environments.Production, "thirty-two characters, just long"));

    [Fact]
    public void Development_needs_no_pepper() => Assert.NotEmpty(Read(Environments.Development, ""));

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_PINs_of_the_demo_open_the_demo(Provider provider)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);

        foreach (var person in DemoPeople.All.Where(person => person.Pin is not null))
        {
            var stored = await demo.ReadAsync(db => db.FirstAsync(
                "select p.salt, p.hash from pin_credentials p join memberships m on m.person_id = p.person_id where m.number = $1",
                row => new PinHash(row.Bytes(0), row.Bytes(1)),
                person.Number));
            Assert.True(TestDatabase.Pins.Matches(person.Pin!, stored.Salt, stored.Hash));
        }
    }

    private static string Read(string environment, string pepper)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Secrets:Pepper"] = pepper });

        return Pepper.Read(builder.Configuration, builder.Environment);
    }
}
