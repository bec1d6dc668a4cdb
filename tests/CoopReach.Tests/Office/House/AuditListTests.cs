using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.Office.Log;
using CoopReach.Tests.Access;
using CoopReach.Tests.Data;
using CoopReach.Tests.Money;

namespace CoopReach.Tests.Office.House;

public sealed class AuditListTests
{
    private const long Twz = 2;
    private const long Abh = 3;

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Everybody_reads_the_acts_of_the_cooperatives_they_cover_and_no_others(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);
        await WriteAsync(door, Twz, "staff:secretary@twz.demo", "member.view", "member:0101");
        await WriteAsync(door, Abh, "staff:manager@abh.demo", "member.view", "member:0007");
        foreach (var (login, expected) in ((string, long[])[])
            [("manager@twz.demo", [Twz]), ("supervisor@twz.demo", [Twz]), ("sector@rca.demo", await OfAreaAsync(door, "2503")), ("legal@rca.demo", [0, 1, Twz, Abh])])
        {
            var rows = await RowsAsync(door, await door.SitAsync(login), "");
            Assert.Equal(expected, rows.Select(row => row.CooperativeId).Distinct().Order());
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_row_says_who_by_name_and_the_list_is_narrowed_by_each_of_them(Provider provider)
    {
        await using var door = await Door.OpenAsync(provider);
        var manager = await door.SitAsync("manager@twz.demo");
        await WriteAsync(door, Twz, "staff:secretary@twz.demo", "member.view", "member:0101");
        await WriteAsync(door, Twz, "member:0101", "dispute.file", "order:4471");
        await door.Get<SuspendPost>().RunAsync(manager, await door.IdAsync("secretary@twz.demo"), CancellationToken.None);

        var suspended = (await RowsAsync(door, manager, "?family=access"))[0];
        Assert.Equal(("Mukeshimana Grace", AccessEvent.PostSuspended, "Uwera Solange"), (suspended.Who.Text, suspended.Action, suspended.OnWhat.Text));
        Assert.Equal("0101", Assert.Single(await RowsAsync(door, manager, "?who=solange&family=members")).Member);
        Assert.Equal("office.audit.actor.member", Assert.Single(await RowsAsync(door, manager, "?who=0101")).Who.Text);
        Assert.Equal("dispute.file", Assert.Single(await RowsAsync(door, manager, "?on=4471")).Action);
        var (all, today) = (await RowsAsync(door, manager, ""), Kigali.Date(door.Clock.GetUtcNow()));
        Assert.Equal(all.Count(row => Kigali.Date(row.At) == today), (await RowsAsync(door, manager, $"?from={today:yyyy-MM-dd}&to={today:yyyy-MM-dd}")).Count);
        Assert.Contains(all, row => Kigali.Date(row.At) == today);
        Assert.Empty(await RowsAsync(door, manager, "?from=2030-01-01"));
    }

    [Fact]
    public async Task A_member_is_a_link_only_for_who_may_open_one()
    {
        await using var door = await Door.OpenAsync();
        var row = new AuditRow { Actor = "system", Action = "member.view", Subject = "member:0101", Detail = "", Channel = "console" };

        Assert.Equal("/members?q=0101", LinkOf(await door.SitAsync("manager@twz.demo"), row));
        Assert.Null(LinkOf(await door.SitAsync("sector@rca.demo"), row));
    }

    [Fact]
    public void Every_verb_of_a_family_is_said_in_words()
    {
        Assert.All(AuditVerbs.Families.Values.SelectMany(verbs => verbs), verb => Assert.True(Counter.Phrases.Has($"office.audit.verb.{verb}"), verb));
        Assert.Equal(ValueKind.Text, AuditVerbs.Said("something.new").Kind);
    }

    private static string? LinkOf(Seat seat, AuditRow row) => AuditList.For(seat).Columns.Single(column => column.Name == "on").Link?.Invoke(row);

    private static Task WriteAsync(Door door, long cooperative, string actor, string action, string subject) => door.Database.CommitAsync(
        db => AuditLog.WriteAsync(db, cooperative, door.Clock.GetUtcNow(), actor, action, subject, "", "console"));

    private static async Task<long[]> OfAreaAsync(Door door, string area) => [.. await door.Database.ReadAsync(
        db => db.AllAsync("select id from cooperatives where seat_code like $1 order by id", row => row.Number(0), $"{area}%"))];

    private static async Task<IReadOnlyList<AuditRow>> RowsAsync(Door door, Seat seat, string query) =>
        (await door.Get<Reader>().PageAsync(AuditList.All, seat, GridQuery.Parse(query), CancellationToken.None)).Rows;
}
