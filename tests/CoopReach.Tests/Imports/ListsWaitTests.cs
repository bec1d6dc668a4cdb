using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Engine;
using CoopReach.Imports;
using CoopReach.Office.Grids;
using CoopReach.Tests.Data;
using CoopReach.Tests.Registry;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Tests.Imports;

/// <summary>Lists that were read, as pages and the first page show them.</summary>
public sealed class ListsWaitTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_list_waits_until_it_is_written_or_left(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var (lists, seat) = (new Lists(office), Seat(office.Clerk.CooperativeId));
        var batch = await lists.ReadAsync(Lists.Csv(Lists.Mixed));

        Assert.Single(await TodosAsync(office, seat));
        Assert.Empty(await TodosAsync(office, seat with { Role = Role.Accountant }));
        Assert.Empty(await TodosAsync(office, Seat((await office.ClerkOfAsync("ABH")).CooperativeId)));
        await new LeaveBatch(office.Database.Store, RegistryDesk.Clock).RunAsync(seat, batch, CancellationToken.None);
        Assert.Empty(await TodosAsync(office, seat));
        await Assert.ThrowsAsync<RefusedException>(() => new LeaveBatch(office.Database.Store, RegistryDesk.Clock).RunAsync(seat, batch, CancellationToken.None));
        Assert.Equal(batch, await lists.ReadAsync(Lists.Csv(Lists.Mixed)));
        Assert.Single(await TodosAsync(office, seat));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Its_rows_are_counted_by_the_database_and_seen_in_its_cooperative_alone(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var batch = await new Lists(office).ReadAsync(Lists.Csv(Lists.Mixed));
        var other = Seat((await office.ClerkOfAsync("ABH")).CooperativeId);
        var row = (await FindAsync(office, Seat(office.Clerk.CooperativeId))).Single();

        Assert.Equal((batch, 2, 1, 2, 1, 6), (row.Id, row.New, row.Doubtful, row.Broken, row.Skipped, row.Rows));
        Assert.Empty(await FindAsync(office, other));
        await using var db = await new Reader(office.Database.Open).OpenAsync(other, CancellationToken.None);
        Assert.Empty(await db.Rows<ImportRow>().ToListAsync());
        await Assert.ThrowsAsync<RefusedException>(() => new LeaveBatch(office.Database.Store, RegistryDesk.Clock).RunAsync(other, batch, CancellationToken.None));
    }

    private static Task<IReadOnlyList<CoopReach.Office.Today.Todo>> TodosAsync(RegistryDesk office, Seat seat) =>
        office.Database.ReadAsync(db => new ImportsWait().OfAsync(seat, db, RegistryDesk.Clock.GetUtcNow()));

    private static async Task<List<BatchRow>> FindAsync(RegistryDesk office, Seat seat)
    {
        await using var db = await new Reader(office.Database.Open).OpenAsync(seat, CancellationToken.None);
        return await BatchList.All.Find(db, seat, GridQuery.Parse("")).ToListAsync();
    }

    private static Seat Seat(long cooperative) => new(1, "secretary@twz.demo", "Uwera", Role.Secretary, cooperative, null, "", Language.English);
}
