using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Disputes;
using CoopReach.Engine;
using CoopReach.Office.Grids;
using CoopReach.Office.Today;
using CoopReach.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Disputes;

/// <summary>Who sees which dispute in the office, and who may answer it: the cooperative first, then officers by geography.</summary>
public sealed class DisputesOfficeTests
{
    private static readonly Seat Secretary = new(1, "secretary@twz.demo", "Solange", Role.Secretary, 2, null, "s", Language.English);
    private static readonly Seat Sector = new(2, "sector@rca.demo", "Chantal", Role.Sector, null, "2503", "s", Language.English);
    private static readonly Seat District = Sector with { Role = Role.District, Area = "25", Login = "district@rca.demo" };

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task It_goes_up_step_by_step_and_nobody_decides_what_was_taken_above_them(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var answer = service.Services.GetRequiredService<AnswerDispute>();
        var dispute = await service.Database.NumberAsync("select min(id) from disputes where cooperative_id = 2");
        Assert.Empty(await ListAsync(service, Sector, ""));
        Assert.Equal("disputes.refuse.not-yours", await RefusedAsync(() => AnswerAsync(answer, Sector, dispute)));

        await RaiseAsync(service, dispute);
        Assert.Equal("disputes.refuse.raised", await RefusedAsync(() => AnswerAsync(answer, Secretary, dispute)));
        Assert.Equal([dispute], await ListAsync(service, Sector, "?state=raised"));
        Assert.Single(await WaitsAsync(service, Sector));
        await AnswerAsync(answer, Sector, dispute, DisputeEvent.Refused);
        Assert.Equal("disputes.refuse.closed", await RefusedAsync(() => AnswerAsync(answer, District, dispute)));

        await RaiseAsync(service, dispute);
        Assert.Equal("disputes.refuse.not-yours", await RefusedAsync(() => AnswerAsync(answer, Sector, dispute)));
        Assert.Empty(await WaitsAsync(service, Sector));
        await AnswerAsync(answer, District, dispute);
        Assert.Empty(await WaitsAsync(service, District));
        Assert.Equal(["refused", "settled"], await service.Database.ReadAsync(
            db => db.AllAsync("select kind from dispute_events where dispute_id = $1 and kind <> 'raised' order by seq", row => row.Text(0), dispute)));
        Assert.Equal(2, await service.Database.NumberAsync("select count(*) from outbox_messages where body like '%D-0001%It was weighed again.%'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_another_cooperative_or_area_nothing_is_found_or_answered(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var answer = service.Services.GetRequiredService<AnswerDispute>();
        var dispute = await service.Database.NumberAsync("select min(id) from disputes where cooperative_id = 2");
        await RaiseAsync(service, dispute);
        var elsewhere = Sector with { Area = "2101" };

        Assert.Equal("disputes.refuse.unknown", await RefusedAsync(() => AnswerAsync(answer, elsewhere, dispute)));
        Assert.Equal("disputes.refuse.unknown", await RefusedAsync(() => AnswerAsync(answer, Secretary with { CooperativeId = 3 }, dispute)));
        Assert.Equal("access.refused.no-right", await RefusedAsync(() => AnswerAsync(answer, Secretary with { Role = Role.Accountant }, dispute)));
        Assert.Empty(await ListAsync(service, elsewhere, ""));
        Assert.Null(await FindAsync(service, Secretary with { CooperativeId = 3 }, "D-0001"));
        Assert.Null(await FindAsync(service, elsewhere, "TWZ-D-0001"));
        Assert.Equal(dispute, (await FindAsync(service, Sector, "TWZ-D-0001"))!.Row.Id);
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from dispute_events where kind <> 'raised'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_waits_for_an_answer_waits_for_the_secretary_and_is_late_after_its_day(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        Assert.Equal("stone", Assert.Single(await WaitsAsync(service, Secretary)).Chip.Tone);
        Assert.Empty(await WaitsAsync(service, Secretary with { Role = Role.Accountant }));
        Assert.Empty(await ListAsync(service, Secretary, "?state=late"));

        service.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal("cherry", Assert.Single(await WaitsAsync(service, Secretary)).Chip.Tone);
        Assert.Single(await ListAsync(service, Secretary, "?state=late&sort=-code"));
        Assert.Single(await ListAsync(service, Secretary, "?state=open&sort=member"));
        Assert.Empty(await ListAsync(service, Secretary, "?state=closed&sort=frozen"));
    }

    private static Task AnswerAsync(AnswerDispute answer, Seat seat, long dispute, string kind = DisputeEvent.Settled) =>
        answer.RunAsync(seat, dispute, kind, "It was weighed again.", CancellationToken.None);

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Why.Text;

    private static Task RaiseAsync(Service service, long dispute) => service.Database.CommitAsync(async db => await DisputeEvent.Table.AppendAsync(
        db, new DisputeEvent { CooperativeId = 2, DisputeId = dispute, Kind = DisputeEvent.Raised, Actor = "member:0102", At = service.Clock.GetUtcNow() }));

    private static async Task<List<long>> ListAsync(Service service, Seat seat, string query)
    {
        await using var db = await service.Services.GetRequiredService<Reader>().OpenAsync(seat, CancellationToken.None);
        var list = DisputeList.Of(seat, Kigali.Date(service.Clock.GetUtcNow()));
        return [.. (await list.Find(db, seat, GridQuery.Parse(query)).ToListAsync()).Select(row => row.Id)];
    }

    private static Task<DisputeFacts?> FindAsync(Service service, Seat seat, string code) =>
        DisputeFacts.FindAsync(service.Services.GetRequiredService<Reader>(), service.Database.Store, seat, code, CancellationToken.None);

    private static Task<IReadOnlyList<Todo>> WaitsAsync(Service service, Seat seat) =>
        service.Database.ReadAsync(db => new DisputesWaits().OfAsync(seat, db, service.Clock.GetUtcNow()));
}
