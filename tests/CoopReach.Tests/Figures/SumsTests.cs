using CoopReach.Access;
using CoopReach.Engine;
using CoopReach.Figures;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Figures;

/// <summary>The sums of the first page: of the own cooperative, of those below a union, of an area.</summary>
public sealed class SumsTests
{
    private const string Payable = """
        select cast(sum(case when credit = 'payable' then amount else 0 end) - sum(case when debit = 'payable' then amount else 0 end) as bigint)
        from ledger_entries where cooperative_id = $1
        """;

    public static TheoryData<Provider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_union_and_the_country_see_the_sum_of_their_cooperatives_and_a_cooperative_its_own(Provider provider)
    {
        await using var database = await TestDatabase.DemoOnFixedDayAsync(provider);
        var (coffee, maize) = (await OfAsync(database, Role.Manager, "TWZ"), await OfAsync(database, Role.Manager, "ABH"));
        var union = await OfAsync(database, Role.UnionManager, "UCN");
        var country = await OfAsync(database, Seat(Role.Director, null, ""));

        Assert.True(coffee.Owed.All > 0 && coffee.Reached.Members > maize.Reached.Members && maize.Reached.Members > 0);
        Assert.Equal(coffee.Owed.All + maize.Owed.All, union.Owed.All);
        Assert.Equal(coffee.Reached.Members + maize.Reached.Members, union.Reached.Members);
        Assert.Equal(union.Owed, country.Owed);
        Assert.Equal(0, (await OfAsync(database, Seat(Role.Sector, null, "1101"))).Reached.Members);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_is_owed_by_age_is_what_the_journal_says_is_payable(Provider provider)
    {
        await using var database = await TestDatabase.DemoOnFixedDayAsync(provider);
        var (id, owed) = (await IdAsync(database, "TWZ"), (await OfAsync(database, Role.Manager, "TWZ")).Owed);

        Assert.Equal(await FirstAsync(database, Payable, id), owed.All);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_days_hold_the_deliveries_of_the_week(Provider provider)
    {
        await using var database = await TestDatabase.DemoOnFixedDayAsync(provider);
        var received = (await OfAsync(database, Role.Manager, "TWZ")).Received;

        Assert.Equal(Kigali.Date(TestClock.Morning), received.Days[^1].Day);
        Assert.Equal(14, received.Days.Count);
        Assert.InRange(received.WeekGrams, 1, received.Days.TakeLast(8).Sum(day => day.Grams));
    }

    private static async Task<Standing> OfAsync(TestDatabase database, Role role, string code) => await OfAsync(database, Seat(role, await IdAsync(database, code), null));

    private static Task<Standing> OfAsync(TestDatabase database, Seat seat) => new Sums(database.Store, new TestClock(TestClock.Morning)).OfAsync(seat, CancellationToken.None);

    private static Seat Seat(Role role, long? cooperative, string? area) => new(1, "who@twz.demo", "Who", role, cooperative, area, "", Language.English);

    private static Task<long> IdAsync(TestDatabase database, string code) => FirstAsync(database, "select id from cooperatives where code = $1", code);

    private static async Task<long> FirstAsync(TestDatabase database, string sql, object value)
    {
        await using var reading = await database.Store.ReadAsync(CancellationToken.None);
        return await reading.Db.FirstAsync(sql, row => row.Number(0), value);
    }
}
