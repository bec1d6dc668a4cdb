using CoopReach.Tests.Data;

namespace CoopReach.Tests.Commands;

public sealed class OfficeCommandTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_first_administrator_is_let_in_from_the_command_line(Provider provider)
    {
        await using var database = await TestDatabase.EmptyAsync(provider);

        var ended = await Product.RunAsync(["office", "invite-administrator", "Yves@rca.example", "Iradukunda", "Yves"], Product.Settings(database));

        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        Assert.Matches(@"said this once: ([A-Z3-9]{4}-){2}[A-Z3-9]{4}\n", ended.Output);
        Assert.Equal(1, await database.NumberAsync(
            "select count(*) from invitations where login = 'yves@rca.example' and name = 'Iradukunda Yves' and role = 'administrator' and area = '' and invited_by = 'system'"));
    }

    [Fact]
    public async Task Where_there_is_an_administrator_the_command_line_lets_in_nobody()
    {
        await using var demo = await TestDatabase.DemoAsync(Provider.Sqlite);

        var ended = await Product.RunAsync(["office", "invite-administrator", "yves@rca.example", "Yves"], Product.Settings(demo));

        Assert.Equal((1, "", "There is an administrator. Ask for an invitation.\n"), (ended.Code, ended.Output, ended.Errors));
        Assert.Equal(0, await demo.NumberAsync("select count(*) from invitations"));
    }

    [Fact]
    public async Task Anything_else_says_how_it_is_written()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);

        var ended = await Product.RunAsync(["office", "invite-administrator", "yves@rca.example"], Product.Settings(database));

        Assert.Equal((2, "usage: office invite-administrator LOGIN NAME\n"), (ended.Code, ended.Errors));
    }
}
