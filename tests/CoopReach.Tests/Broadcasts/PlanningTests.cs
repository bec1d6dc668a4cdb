using CoopReach.Broadcasts;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Broadcasts;

public sealed class PlanningTests
{
    public static TheoryData<Provider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Everybody_gets_one_message_in_their_language_and_a_shared_phone_one_for_each_with_the_name(Provider provider)
    {
        var office = await Announcer.StartAsync(provider);
        await office.PlannedAsync(en: "Assembly on Saturday at 9:00, at the office.", fr: "Assemblée samedi à 9:00, au bureau.");

        Assert.Equal(
            [
                "+250788000101 Assembly on Saturday at 9:00, at the office.\nStop: *384*2667*7*2#",
                "+250788000102 Assemblée samedi à 9:00, au bureau.\nArreter: *384*2667*7*2#",
            ],
            (await office.BodiesAsync()).Take(2));
        var shared = (await office.BodiesAsync()).Where(body => body.StartsWith("+250788000104", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, shared.Count);
        Assert.All(shared, body => Assert.Matches(@"^\+250788000104 [A-Z]\w+ [A-Z]\w+: Inama rusange", body));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Who_has_no_phone_opted_out_took_consent_back_or_had_enough_is_left_out_and_the_reason_kept(Provider provider)
    {
        var office = await Announcer.StartAsync(provider);
        var db = office.Database;
        await db.ExecuteAsync("insert into message_preferences (membership_id, level, channel, chosen_at) select id, 'essential', 'ussd', $1 from memberships where number = '0101' and cooperative_id = 2", office.Clock.GetUtcNow());
        await db.ExecuteAsync("update consents set withdrawn_at = $1 where person_id = (select person_id from memberships where number = '0102' and cooperative_id = 2)", office.Clock.GetUtcNow());
        await db.ExecuteAsync("insert into outbox_stops (phone, channel, source, since) values ('+250788000104', 'sms', 'gateway', $1)", office.Clock.GetUtcNow());

        var id = await office.PlannedAsync();

        var left = (await office.ResultAsync(id)).LeftOut;
        Assert.Equal(1, left[LeftOut.NoConsent]);
        Assert.Equal(3, left[LeftOut.OptedOut]);
        Assert.True(left[LeftOut.NoPhone] >= 1);
        Assert.DoesNotContain(await office.BodiesAsync(), body => body.StartsWith("+250788000104", StringComparison.Ordinal) || body.StartsWith("+250788000101", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_law_says_must_be_told_goes_to_all_and_offers_no_way_to_stop_it()
    {
        var office = await Announcer.StartAsync();
        await office.Database.ExecuteAsync("insert into message_preferences (membership_id, level, channel, chosen_at) select id, 'legal', 'ussd', $1 from memberships where number = '0101' and cooperative_id = 2", office.Clock.GetUtcNow());

        await office.PlannedAsync(purpose: "legal");

        Assert.Contains($"+250788000101 {Announcer.Text}", await office.BodiesAsync());
    }

    [Fact]
    public async Task The_values_of_each_member_stand_in_the_text_and_who_lacks_one_is_left_out()
    {
        var office = await Announcer.StartAsync();
        var id = await office.PlannedAsync("{{name}} ({{number}}): {{owed}}", audience: new Audience { Members = ["0101", "0102"] });
        Assert.Equal(
            ["+250788000101 Uwase Alice (0101): 84,500 Frw\nStop: *384*2667*7*2#"],
            (await office.BodiesAsync()).Where(body => body.StartsWith("+250788000101", StringComparison.Ordinal)));

        var refusal = await Announcer.RefusalAsync(() => office.PlannedAsync("Muri {{zone}}", audience: new Audience { Members = ["0101"] }));
        Assert.Equal("broadcasts.refused.nobody", refusal);
        Assert.Equal(2, (await office.ResultAsync(id)).ByStatus["planned"]);
    }

    [Theory]
    [InlineData("", "broadcasts.refused.no-text")]
    [InlineData("Muraho {{umuntu}}", "broadcasts.refused.placeholder")]
    [InlineData("Muraho {name}", "broadcasts.refused.braces")]
    [InlineData("long", "broadcasts.refused.too-long")]
    public async Task A_text_that_cannot_be_sent_is_refused_before_it_is_kept(string text, string why)
    {
        var office = await Announcer.StartAsync();

        Assert.Equal(why, await Announcer.RefusalAsync(() => office.DraftAsync(text == "long" ? new string('a', 3_000) : text)));
        Assert.Equal(0, await office.Database.NumberAsync("select count(*) from broadcasts"));
    }

    [Fact]
    public async Task A_preview_shows_real_members_the_price_by_network_and_who_is_left_out_and_the_plan_keeps_to_it()
    {
        var office = await Announcer.StartAsync();
        var id = await office.DraftAsync("{{name}}, " + Announcer.Text);

        var preview = await office.The<PreviewBroadcast>().RunAsync(Announcer.Secretary, id, CancellationToken.None);
        Assert.Equal(0, await office.Database.NumberAsync("select count(*) from outbox_messages where plan_id is not null"));
        await office.The<PlanBroadcast>().RunAsync(Announcer.Secretary, id, CancellationToken.None);
        var result = await office.ResultAsync(id);

        Assert.Equal((result.ByStatus["planned"], result.Price), (preview.Messages, preview.Price));
        Assert.Equal(preview.Messages * 15, preview.ByNetwork["MTN"].Price);
        Assert.Equal(result.LeftOut.OrderBy(one => one.Key), preview.LeftOut.Select(one => KeyValuePair.Create(one.Key, (long)one.Value)).OrderBy(one => one.Key));
        Assert.Contains(preview.Samples, sample => sample.Body.StartsWith("Uwase Alice, Inama", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_planned_broadcast_does_not_change_with_its_members()
    {
        var office = await Announcer.StartAsync();
        await office.PlannedAsync("{{name}}");
        var before = await office.BodiesAsync();

        await office.Database.ExecuteAsync("update people set family_name = 'Undi', language = 'fr'");

        Assert.Equal(before, await office.BodiesAsync());
    }

    [Fact]
    public async Task Nobody_plans_or_reads_the_broadcast_of_another_cooperative()
    {
        var office = await Announcer.StartAsync();
        var id = await office.DraftAsync();

        Assert.Equal("broadcasts.refused.none", await Announcer.RefusalAsync(() => office.The<PlanBroadcast>().RunAsync(Announcer.Other, id, CancellationToken.None)));
        Assert.Equal("broadcasts.refused.none", await Announcer.RefusalAsync(() => office.The<BroadcastResults>().ReadAsync(Announcer.Other, id, CancellationToken.None)));
    }

    [Fact]
    public async Task A_changed_draft_is_planned_anew_and_nothing_of_the_old_plan_is_left()
    {
        var office = await Announcer.StartAsync();
        var id = await office.PlannedAsync();

        await office.ChangeAsync(id, new("Inama", "news", "Ntikibaye.", "", "", new Audience { Members = ["0101"] }));
        await office.The<PlanBroadcast>().RunAsync(Announcer.Secretary, id, CancellationToken.None);

        Assert.Equal(["+250788000101 Ntikibaye.\nStop: *384*2667*7*2#"], await office.BodiesAsync());
        Assert.Equal(1, await office.Database.NumberAsync("select count(*) from outbox_plans"));
    }
}
