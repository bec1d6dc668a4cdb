using CoopReach.Access;
using CoopReach.Engine;
using CoopReach.Office.Drafts;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Office;

/// <summary>What is typed is kept for whoever typed it, until it is sent or a month old.</summary>
public sealed class DraftTests
{
    public static TheoryData<Provider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_draft_is_its_writers_alone_and_the_last_one_counts(Provider provider)
    {
        await using var database = await TestDatabase.DemoOnFixedDayAsync(provider);
        var drafts = new Drafts(database.Store, new TestClock(TestClock.Morning));
        var (me, you) = (await SitAsync(database, "secretary@twz.demo"), await SitAsync(database, "accountant@twz.demo"));

        await drafts.KeepAsync(me, "letter", """{"Text":"Inama"}""", CancellationToken.None);
        var at = await drafts.KeepAsync(me, "letter", """{"Text":"Inama ku wa 6"}""", CancellationToken.None);

        Assert.Equal(("Inama ku wa 6", at), await FindAsync(drafts, me));
        Assert.Null(await drafts.FindAsync<Letter>(you, "letter", CancellationToken.None));
        Assert.Null(await drafts.FindAsync<Letter>(me, "another", CancellationToken.None));
        await drafts.DropAsync(me, "letter", CancellationToken.None);
        Assert.Null(await drafts.FindAsync<Letter>(me, "letter", CancellationToken.None));
    }

    [Fact]
    public async Task A_draft_is_forgotten_after_a_month()
    {
        await using var database = await TestDatabase.DemoOnFixedDayAsync(Provider.Sqlite);
        var clock = new TestClock(TestClock.Morning);
        var drafts = new Drafts(database.Store, clock);
        var me = await SitAsync(database, "secretary@twz.demo");
        await drafts.KeepAsync(me, "old", """{"Text":"Muraho"}""", CancellationToken.None);
        clock.Advance(TimeSpan.FromDays(31));
        await drafts.KeepAsync(me, "new", """{"Text":"Muraho"}""", CancellationToken.None);

        Assert.Null(await drafts.FindAsync<Letter>(me, "old", CancellationToken.None));
        Assert.Equal(1, await database.NumberAsync("select count(*) from drafts"));
    }

    [Fact]
    public async Task Another_shape_is_no_draft()
    {
        await using var database = await TestDatabase.DemoOnFixedDayAsync(Provider.Sqlite);
        var drafts = new Drafts(database.Store, new TestClock(TestClock.Morning));
        var me = await SitAsync(database, "secretary@twz.demo");
        await drafts.KeepAsync(me, "letter", """{"Text":7}""", CancellationToken.None);

        Assert.Null(await drafts.FindAsync<Letter>(me, "letter", CancellationToken.None));
    }

    private static async Task<(string, DateTimeOffset)> FindAsync(Drafts drafts, Seat seat) =>
        await drafts.FindAsync<Letter>(seat, "letter", CancellationToken.None) is { } kept ? (kept.Form.Text, kept.SavedAt) : default;

    private static async Task<Seat> SitAsync(TestDatabase database, string login) =>
        new(await database.NumberAsync("select id from users where login = $1", login), login, login, Role.Secretary, 2, null, "", Language.English);

    private sealed class Letter
    {
        public string Text { get; set; } = "";
    }
}
