using CoopReach.Access;
using CoopReach.Engine;
using CoopReach.Office.Grids;
using CoopReach.Office.Messages;
using CoopReach.Office.Settings;
using CoopReach.Office.Today;
using CoopReach.Tests.Broadcasts;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Office;

/// <summary>The log of messages: whose rows it shows, how it narrows, and what a person may see to.</summary>
public sealed class MessageLogTests
{
    private static readonly Seat Secretary = new(3, "secretary@twz.demo", "Chantal", Role.Secretary, 2, null, "", Language.English);
    private static readonly Seat Accountant = Secretary with { Role = Role.Accountant, Login = "accountant@twz.demo" };
    private static readonly Seat Other = Secretary with { CooperativeId = 1, Login = "manager@abh.demo", Role = Role.Manager };
    private static readonly Seat Administrator = new(9, "admin@rca.demo", "Admin", Role.Administrator, null, "", "", Language.English);

    public static TheoryData<Provider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task It_narrows_by_state_kind_channel_day_member_and_phone_and_shows_only_ones_own(Provider provider)
    {
        var office = await Announcer.StartAsync(provider);
        await office.PlannedAsync();

        Assert.Single(await FindAsync(office, Secretary, "?q=0101&kind=broadcast"));
        Assert.Single(await FindAsync(office, Secretary, "?q=0788000101&state=waiting&kind=broadcast"));
        Assert.NotEmpty(await FindAsync(office, Secretary, "?q=104&channel=sms&day=2026-05-15&sort=-time"));
        Assert.Empty(await FindAsync(office, Secretary, "?day=2026-05-14&kind=broadcast"));
        Assert.Empty(await FindAsync(office, Secretary, "?state=failed"));
        Assert.DoesNotContain(await FindAsync(office, Other, ""), row => row.Purpose == "broadcast");
        Assert.NotEmpty(await FindAsync(office, Administrator, "?kind=broadcast&sort=state"));
        Assert.All(await FindAsync(office, Secretary, "?kind=broadcast"), row => Assert.NotNull(row.Number));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_unknown_message_is_settled_once_by_who_may_and_in_ones_own_cooperative(Provider provider)
    {
        var office = await Announcer.StartAsync(provider);
        await office.PlannedAsync();
        await office.Database.ExecuteAsync("update outbox_messages set status = 'unknown' where id = (select min(id) from outbox_messages where plan_id is not null)");
        var (id, see) = (await office.Database.NumberAsync("select id from outbox_messages where status = 'unknown'"), office.The<SeeTo>());
        Assert.Equal(1, Assert.Single(await office.The<Waiting>().OfAsync(Secretary, CancellationToken.None), todo => todo.Place == "/messages").Count);

        Assert.Equal("office.messages.refused.none", await Announcer.RefusalAsync(() => see.SettleAsync(Other, id, true, CancellationToken.None)));
        Assert.Equal("access.refused.no-right", await Announcer.RefusalAsync(() => see.SettleAsync(Accountant, id, true, CancellationToken.None)));
        await see.SettleAsync(Secretary, id, arrived: true, CancellationToken.None);
        Assert.Equal("office.messages.refused.settled", await Announcer.RefusalAsync(() => see.SettleAsync(Secretary, id, false, CancellationToken.None)));
        Assert.Equal(1, await office.Database.NumberAsync($"select count(*) from outbox_messages where id = {id} and status = 'delivered'"));
        Assert.Equal(1, await office.Database.NumberAsync("select count(*) from audit_log where action = 'message.settle' and actor = 'staff:secretary@twz.demo'"));
        Assert.DoesNotContain(await office.The<Waiting>().OfAsync(Secretary, CancellationToken.None), todo => todo.Place == "/messages");
    }

    [Fact]
    public async Task Only_who_looks_after_the_whole_system_lets_a_gateway_go_on()
    {
        var office = await Announcer.StartAsync();
        await office.Database.ExecuteAsync("insert into outbox_gateways (name, free_at, paused_because) values ('paused-sms', $1, 'no credit')", office.Clock.GetUtcNow());
        var gateways = office.The<Gateways>();

        Assert.Contains(await office.The<Waiting>().OfAsync(Administrator, CancellationToken.None), todo => todo.Title.With.ContainsKey("gateway"));
        Assert.Equal("access.refused.no-right", await Announcer.RefusalAsync(() => gateways.ResumeAsync(Other, "paused-sms")));
        Assert.True(await gateways.ResumeAsync(Administrator, "paused-sms"));
        Assert.False(await gateways.ResumeAsync(Administrator, "paused-sms"));
        Assert.DoesNotContain(await office.The<Waiting>().OfAsync(Administrator, CancellationToken.None), todo => todo.Title.With.ContainsKey("gateway"));
    }

    [Theory]
    [InlineData("Your code: 402817.", "Your code: ******.")]
    [InlineData("PIN 40718\nend", "PIN ***** end")]
    [InlineData("84,500 Frw, 0101, *384*26671*7#, +250788000101", "84,500 Frw, 0101, *384*26671*7#, +250788000101")]
    public void What_could_be_a_PIN_or_a_code_is_veiled(string body, string shown) => Assert.Equal(shown, FirstWords.Of(body));

    private static async Task<IReadOnlyList<MessageRow>> FindAsync(Announcer office, Seat seat, string query) =>
        (await office.The<Reader>().PageAsync(MessageList.All, seat, GridQuery.Parse(query), CancellationToken.None)).Rows;
}
