using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Office.Today;
using CoopReach.Privacy;
using CoopReach.Safety;
using CoopReach.Tests.Collecting;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Members;

/// <summary>What members ask of the office: it waits for whoever may decide, is decided once, and not by others.</summary>
public sealed class RequestsTests
{
    private const string Alice = "+250788000101";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_request_about_data_waits_for_the_secretary_and_is_answered_once(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        await (await AskAsync(service)).TypeAsync("2", "My village is Kigeme");
        var (answer, secretary) = (service.Services.GetRequiredService<AnswerRequest>(), await service.SeatAsync("secretary@twz.demo"));
        Assert.Single(await WaitsAsync(service, secretary), todo => todo.Title.Text == "office.members.waits.correct");
        Assert.DoesNotContain(await WaitsAsync(service, await service.SeatAsync("accountant@twz.demo")), IsOfData);
        Assert.DoesNotContain(await WaitsAsync(service, await service.SeatAsync("manager@abh.demo")), IsOfData);

        await Assert.ThrowsAsync<RefusedException>(async () => await answer.RunAsync(await service.SeatAsync("manager@twz.demo"), 1, true, CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => answer.RunAsync(secretary with { CooperativeId = 1 }, 1, true, CancellationToken.None));
        await answer.RunAsync(secretary, 1, true, CancellationToken.None);
        await Assert.ThrowsAsync<RefusedException>(() => answer.RunAsync(secretary, 1, false, CancellationToken.None));

        Assert.DoesNotContain(await WaitsAsync(service, secretary), IsOfData);
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from outbox_messages where phone = $1 and key = 'data-answer:1' and body like 'TWZ 0101:%'", Alice));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from audit_log where action in ('data.answer', 'data.refuse')"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_confirmed_change_of_phone_waits_for_somebody_else_than_who_asked_and_can_be_stopped_once(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var change = service.Services.GetRequiredService<ChangePhone>();
        var (secretary, manager) = (await service.SeatAsync("secretary@twz.demo"), await service.SeatAsync("manager@twz.demo"));
        var (id, _) = await change.AskAsync(secretary.Staff!, await MemberAsync(service), "0788 000 177", null, CancellationToken.None);
        Assert.DoesNotContain(await WaitsAsync(service, manager), IsOfPhone);
        await service.Database.ExecuteAsync("update phone_changes set confirmed_at = $1", service.Clock.GetUtcNow());

        Assert.Single(await WaitsAsync(service, manager), IsOfPhone);
        Assert.DoesNotContain(await WaitsAsync(service, secretary), IsOfPhone);
        Assert.DoesNotContain(await WaitsAsync(service, await service.SeatAsync("accountant@twz.demo")), IsOfPhone);
        Assert.False(await change.StopAsync(new Staff(1, "staff:manager@abh.demo"), id, CancellationToken.None));
        Assert.True(await change.StopAsync(manager.Staff!, id, CancellationToken.None));
        Assert.False(await change.StopAsync(manager.Staff!, id, CancellationToken.None));
        Assert.False(await change.ApproveAsync(manager.Staff!, id, CancellationToken.None));
        Assert.DoesNotContain(await WaitsAsync(service, manager), IsOfPhone);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_office_blocks_an_account_of_its_own_cooperative_when_it_keeps_the_registry(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var (block, member, secretary) = (service.Services.GetRequiredService<BlockAccount>(), await MemberAsync(service), await service.SeatAsync("secretary@twz.demo"));

        await Assert.ThrowsAsync<RefusedException>(async () => await block.RunAsync(await service.SeatAsync("manager@twz.demo"), member, CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => block.RunAsync(secretary with { CooperativeId = 1 }, member, CancellationToken.None));
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from payout_holds"));
        await block.RunAsync(secretary, member, CancellationToken.None);

        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from payout_holds where reason = 'blocked' and until is null"));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from audit_log where action = 'account.block' and actor = 'staff:secretary@twz.demo' and subject = 'member:0101'"));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from pin_credentials where locked_at is not null"));
    }

    [Fact]
    public async Task Who_reads_the_booklet_is_noted_once_and_the_member_hears_it_by_phone()
    {
        await using var service = await Service.StartAsync();
        var (looks, manager) = (service.Services.GetRequiredService<Looks>(), await service.SeatAsync("manager@twz.demo"));
        await looks.NoteAsync(manager, 2, "0101", "member.view", "", CancellationToken.None);
        await looks.NoteAsync(manager, 2, "0101", "member.view", "", CancellationToken.None);

        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from audit_log where action = 'member.view'"));
        Assert.Contains("Office: looked", await (await AskAsync(service)).TypeAsync("3"), StringComparison.Ordinal);
    }

    private static bool IsOfData(Todo todo) => todo.Title.Text is "office.members.waits.copy" or "office.members.waits.correct" or "office.members.waits.erase";

    private static bool IsOfPhone(Todo todo) => todo.Title.Text == "office.members.waits.phone";

    private static Task<IReadOnlyList<Todo>> WaitsAsync(Service service, Seat seat) => service.Services.GetRequiredService<Waiting>().OfAsync(seat, CancellationToken.None);

    private static Task<long> MemberAsync(Service service) => service.Database.NumberAsync("select id from memberships where cooperative_id = 2 and number = '0101'");

    /// <summary>Alice's phone where she is asked what to do with her data.</summary>
    private static async Task<TestPhone> AskAsync(Service service)
    {
        var phone = service.Phone(Alice);
        await phone.DialAsync("7*5*40718");
        return phone;
    }
}
