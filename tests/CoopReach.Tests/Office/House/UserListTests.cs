using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Office.Grids;
using CoopReach.Office.Users;
using CoopReach.Tests.Access;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Office.House;

public sealed class UserListTests
{
    private static readonly string[] OfTwz = ["accountant@twz.demo", "manager@twz.demo", "secretary@twz.demo", "supervisor@twz.demo"];

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_manager_sees_the_own_cooperative_and_an_administrator_everybody_with_a_post_or_without(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);
        var (manager, admin) = (await door.SitAsync("manager@twz.demo"), await door.SitAsync("admin@rca.demo"));
        Assert.Equal(OfTwz, await LoginsAsync(door, manager, "?sort=login"));

        await door.Get<EndPost>().RunAsync(manager, await door.IdAsync("secretary@twz.demo"), CancellationToken.None);
        Assert.Equal(OfTwz.Where(login => !login.StartsWith("secretary", StringComparison.Ordinal)), await LoginsAsync(door, manager, "?sort=login"));
        var all = await LoginsAsync(door, admin, "?sort=-login");
        Assert.Equal(12, all.Count);
        Assert.Contains("secretary@twz.demo", all);
        Assert.Equal(OfTwz.Concat(["district@rca.demo", "sector@rca.demo"]).Except(["secretary@twz.demo"]).Append("manager@ucn.demo").Order(), (await LoginsAsync(door, admin, "?area=25")).Order());
        Assert.Equal(["supervisor@twz.demo"], await LoginsAsync(door, admin, "?q=NKURUNZIZA"));
        Assert.Empty(await LoginsAsync(door, manager, "?q=diane"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_row_says_whether_somebody_comes_in_and_when_they_last_did(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);
        var manager = await door.SitAsync("manager@twz.demo");
        await door.Get<SuspendPost>().RunAsync(manager, await door.IdAsync("secretary@twz.demo"), CancellationToken.None);
        var rows = await RowsAsync(door, manager, "");

        Assert.Equal("office.users.state.rests", rows.Single(row => row.Login == "secretary@twz.demo").State.Word.Text);
        Assert.Equal("office.users.state.works", rows.Single(row => row.Login == "accountant@twz.demo").State.Word.Text);
        Assert.Equal(door.Clock.GetUtcNow(), rows.Single(row => row.Login == "manager@twz.demo").SeenAt);
        Assert.False(rows.Single(row => row.Login == "manager@twz.demo").IsUnder(manager));
        Assert.True(rows.Single(row => row.Login == "accountant@twz.demo").IsUnder(manager));
    }

    [Fact]
    public async Task Who_manages_nobody_is_refused()
    {
        await using var door = await Door.OpenAsync();
        var secretary = await door.SitAsync("secretary@twz.demo");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => LoginsAsync(door, secretary, ""));

        Assert.Equal("access.refused.no-right", refused.Why.Text);
    }

    private static async Task<IReadOnlyList<string>> LoginsAsync(Door door, Seat seat, string query) => [.. (await RowsAsync(door, seat, query)).Select(row => row.Login)];

    private static async Task<IReadOnlyList<UserRow>> RowsAsync(Door door, Seat seat, string query) =>
        (await door.Get<Reader>().PageAsync(UserList.For(seat), seat, GridQuery.Parse(query), CancellationToken.None)).Rows;
}
