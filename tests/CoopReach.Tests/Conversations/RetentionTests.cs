using CoopReach.Conversations;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Conversations;

public sealed class RetentionTests
{
    private const string Steps = "select count(*) from conversation_steps";
    private const string Places = "select count(*) from conversations";

    /// <summary>What a transcript needs stays; what only the next step would need goes.</summary>
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Places_are_emptied_when_a_session_ends_or_nobody_can_go_on_with_it(Provider provider)
    {
        const string Full = "select count(*) from conversation_steps where state <> '{}'";
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone("+250788000101");
        await phone.DialAsync();
        await phone.TypeAsync("1");
        await phone.TypeAsync("40718");
        Assert.Equal(3, await service.Database.NumberAsync(Full));
        await phone.TypeAsync("1");
        Assert.Equal(0, await service.Database.NumberAsync(Full));

        await phone.DialAsync();
        Assert.Equal(1, await service.Database.NumberAsync(Full));
        service.Clock.Advance(TimeSpan.FromHours(2));
        await service.Services.GetRequiredService<TranscriptRetention>().ForgetAsync(CancellationToken.None);
        Assert.Equal(0, await service.Database.NumberAsync(Full));
        Assert.Equal(5, await service.Database.NumberAsync(Steps));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Transcripts_and_places_are_forgotten_after_ninety_days(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var retention = service.Services.GetRequiredService<TranscriptRetention>();
        var phone = service.Phone("+250788000101");
        await phone.DialAsync();
        await phone.TypeAsync("9");

        service.Clock.Advance(TimeSpan.FromDays(89));
        await phone.DialAsync();
        Assert.Equal(0, await retention.ForgetAsync(CancellationToken.None));
        Assert.Equal(3, await service.Database.NumberAsync(Steps));

        service.Clock.Advance(TimeSpan.FromDays(2));
        await retention.ForgetAsync(CancellationToken.None);
        Assert.Equal(1, await service.Database.NumberAsync(Steps));
        Assert.Equal(1, await service.Database.NumberAsync(Places));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_people_wrote_to_us_is_forgotten_as_soon(Provider provider)
    {
        const string Kept = "select count(*) from inbound_messages";
        await using var service = await Service.StartAsync(provider);
        var retention = service.Services.GetRequiredService<TranscriptRetention>();
        await service.Database.ExecuteAsync(
            "insert into inbound_messages (gateway, channel, provider_id, phone, \"to\", body, received_at) values ('africastalking-sms', 'sms', '1', '+250788000101', '8585', 'Muraho', $1)",
            TestClock.Morning);

        service.Clock.Advance(TimeSpan.FromDays(89));
        await retention.ForgetAsync(CancellationToken.None);
        Assert.Equal(1, await service.Database.NumberAsync(Kept));

        service.Clock.Advance(TimeSpan.FromDays(2));
        await retention.ForgetAsync(CancellationToken.None);
        Assert.Equal(0, await service.Database.NumberAsync(Kept));
    }
}
