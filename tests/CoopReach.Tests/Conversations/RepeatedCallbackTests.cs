using CoopReach.Tests.Data;

namespace CoopReach.Tests.Conversations;

/// <summary>Gateways send a callback again when they heard nothing. That must never be a second act.</summary>
public sealed class RepeatedCallbackTests
{
    /// <summary>Between them: an SMS, a changed PIN, a consent, a language, a locked PIN, three wrong choices.</summary>
    private static readonly (string Phone, string[] Inputs)[] Talks =
    [
        ("+250788000101", ["1", "40718", "1"]),
        ("+250788000101", ["7", "3", "40718", "86421", "86421"]),
        ("+250788000103", ["7", "1", "3", "0", "0", "0"]),
        ("+250788000199", ["2", "1", "10", "coop", "1"]),
        ("+250788000102", ["1", "00000", "00001", "00002"]),
        ("+250788000150", ["3", "4", "5"]),
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_same_callback_again_gets_the_same_bytes_and_changes_nothing(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        foreach (var (number, inputs) in Talks)
        {
            var phone = service.Phone(number);
            await AssertRepeatableAsync(service, phone, await phone.DialAsync());
            foreach (var input in inputs)
            {
                await AssertRepeatableAsync(service, phone, await phone.TypeAsync(input));
            }

            service.Clock.Advance(TimeSpan.FromMinutes(6));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_older_callback_gets_the_present_screen(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone("+250788000101");
        await phone.DialAsync();
        await phone.TypeAsync("1");
        var balance = await phone.TypeAsync("40718");
        var before = await Effects.OfAsync(service.Database);

        Assert.Equal(balance, await phone.PostAsync(phone.Session, ""));
        Assert.Equal(balance, await phone.PostAsync(phone.Session, "1"));
        Assert.Equal(balance, await phone.PostAsync(phone.Session, "2"));
        Assert.Equal(before, await Effects.OfAsync(service.Database));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task After_the_end_every_callback_gets_the_last_screen(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone("+250788000101");
        await phone.DialAsync();
        await phone.TypeAsync("1");
        await phone.TypeAsync("40718");
        var last = await phone.TypeAsync("1");
        var before = await Effects.OfAsync(service.Database);

        Assert.StartsWith("END ", last, StringComparison.Ordinal);
        Assert.Equal(last, await phone.TypeAsync("1"));
        Assert.Equal(last, await phone.PostAsync(phone.Session, "1"));
        Assert.Equal(before, await Effects.OfAsync(service.Database));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Eight_at_once_are_answered_alike_and_count_once(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone("+250788000101");
        foreach (var text in (string[])["", "1", "1*40718", "1*40718*1"])
        {
            if (text.Length == 0)
            {
                await phone.DialAsync();
            }

            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => phone.PostAsync(phone.Session, text)));
            Assert.Single(answers.Distinct());
        }

        Assert.Equal(4, await service.Database.NumberAsync("select count(*) from conversation_steps"));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from outbox_messages"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_session_belongs_to_the_phone_that_began_it(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone("+250788000101");
        await phone.DialAsync();
        await phone.TypeAsync("1");
        var balance = await phone.TypeAsync("40718");
        var before = await Effects.OfAsync(service.Database);

        var stranger = service.Phone("+250788000199");
        foreach (var text in (string[])["", "1*40718", "1*40718*1"])
        {
            var answer = await stranger.PostAsync(phone.Session, text);
            Assert.StartsWith("END ", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("84,500", answer, StringComparison.Ordinal);
        }

        Assert.Equal(before, await Effects.OfAsync(service.Database));
        Assert.Equal(balance, await phone.PostAsync());
    }

    private static async Task AssertRepeatableAsync(Service service, TestPhone phone, string answer)
    {
        var before = await Effects.OfAsync(service.Database);

        Assert.Equal(answer, await phone.PostAsync());
        Assert.Equal(answer, await phone.PostAsync());
        Assert.Equal(before, await Effects.OfAsync(service.Database));
    }
}
