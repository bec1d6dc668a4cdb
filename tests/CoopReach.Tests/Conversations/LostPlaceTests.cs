using CoopReach.Tests.Data;

namespace CoopReach.Tests.Conversations;

/// <summary>A session whose place is gone is found again from all that was typed, up to and never through what changes something.</summary>
public sealed class LostPlaceTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_unknown_session_with_a_long_text_goes_on_where_it_was(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone("+250788000101");
        await phone.DialAsync();
        foreach (var input in (string[])["2", "40718", "99", "0", "1"])
        {
            await phone.TypeAsync(input);
        }

        var expected = await phone.TypeAsync("1");
        await LoseAsync(service);

        Assert.StartsWith("CON Taken off order 4471", expected, StringComparison.Ordinal);
        Assert.Equal(expected, await phone.PostAsync());
        await LoseAsync(service);
        Assert.StartsWith("CON 4471", await phone.TypeAsync("0"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task It_stops_before_a_confirming_step_and_does_not_listen_further(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone("+250788000101");
        await phone.DialAsync("1*40718*1*9*9*9");

        Assert.StartsWith("CON Uwase A. 0101", await phone.PostAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from outbox_messages"));
        Assert.StartsWith("END The SMS is on its way", await phone.TypeAsync("1"), StringComparison.Ordinal);
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from outbox_messages"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_changed_PIN_is_not_changed_again(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone("+250788000101");
        await phone.DialAsync();
        foreach (var input in (string[])["7", "3", "40718", "86421", "86421"])
        {
            await phone.TypeAsync(input);
        }

        await LoseAsync(service);
        var before = await Effects.OfAsync(service.Database);
        var answer = await phone.PostAsync();
        var after = await Effects.OfAsync(service.Database);

        // The replay meets a PIN that is no longer right: one wrong try, and nothing behind it is heard.
        Assert.StartsWith("CON Wrong PIN. Tries left: 2.", answer, StringComparison.Ordinal);
        Assert.Equal(before with { PinFailures = 1, PinVersions = before.PinVersions + 1, Steps = 1, Moves = 5 }, after);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_callback_that_jumps_over_one_is_heard_up_to_the_confirming_step(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone("+250788000101");
        await phone.DialAsync();
        await phone.TypeAsync("1");
        var jumped = await phone.PostAsync(phone.Session, "1*40718*1");

        Assert.StartsWith("CON Uwase A. 0101", jumped, StringComparison.Ordinal);
        Assert.Equal(jumped, await phone.PostAsync(phone.Session, "1*40718"));
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from outbox_messages"));
    }

    private static async Task LoseAsync(Service service)
    {
        await service.Database.ExecuteAsync("delete from conversation_steps");
        await service.Database.ExecuteAsync("delete from conversations");
    }
}
