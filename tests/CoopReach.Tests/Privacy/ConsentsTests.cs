using CoopReach.Audit;
using CoopReach.Registry;
using CoopReach.Tests.Collecting;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Privacy;

/// <summary>What is agreed to is a row, what is taken back stays a row, and the account waits for the next yes.</summary>
public sealed class ConsentsTests
{
    private const string Alice = "+250788000101";
    private const string OfAlice = "from consents where person_id = (select person_id from memberships where number = '0101')";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Taken_back_by_phone_the_account_is_shut_until_the_member_agrees_again(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone(Alice);
        await phone.DialAsync("7*5");
        await phone.TypeAsync("40718", "5", "1");
        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) {OfAlice} and withdrawn_at is null"));
        Assert.StartsWith("END Taken back.", await phone.TypeAsync("1"), StringComparison.Ordinal);

        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) {OfAlice} and withdrawn_at = $1", TestClock.Morning));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from audit_log where action = 'consent.withdraw' and actor = 'member:0101' and detail = 'service'"));
        Assert.StartsWith("CON CoopReach keeps your name", await phone.DialAsync("1*40718"), StringComparison.Ordinal);

        await phone.DialAsync();
        await phone.TypeAsync("1", "1");
        Assert.StartsWith("CON Uwase A. 0101", await phone.TypeAsync("40718"), StringComparison.Ordinal);
        Assert.Equal(2, await service.Database.NumberAsync($"select count(*) {OfAlice}"));
        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) {OfAlice} and withdrawn_at is null"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_photo_goes_with_the_agreement_that_was_taken_back_by_phone(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var (clerk, alice) = (new Staff(2, "staff:clerk"), await service.Database.NumberAsync("select person_id from memberships where number = '0101'"));
        await service.Services.GetRequiredService<Consents>().GiveAsync(clerk, alice, "photo", "photo-1", "en", CancellationToken.None);
        await service.Services.GetRequiredService<KeepPhoto>().RunAsync(clerk, alice, [0xff, 0xd8, 0xff, 0xe0], CancellationToken.None);
        var phone = service.Phone(Alice);
        await phone.DialAsync("7*5");
        await phone.TypeAsync("40718", "5", "2", "1");

        Assert.Equal(0, await service.Database.NumberAsync($"select count(*) {OfAlice} and purpose = 'photo' and withdrawn_at is null"));
        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) {OfAlice} and purpose = 'service' and withdrawn_at is null"));
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from person_photos"));
    }

    /// <summary>Only without the service the account is shut by phone; the other consents never opened it.</summary>
    [Theory]
    [InlineData("photo", "Photo. Take it back? Your photo is deleted.", "END Taken back. Your photo is deleted.")]
    [InlineData("broadcast", "Announcements. Take it back? From now on this is not done any more.", "END Taken back. Your account stays open by phone.")]
    [InlineData("location", "Location. Take it back? From now on this is not done any more.", "END Taken back. Your account stays open by phone.")]
    [InlineData("credit-reference", "Credit bureau. Take it back? From now on this is not done any more.", "END Taken back. Your account stays open by phone.")]
    public async Task What_is_asked_and_said_fits_the_consent_that_is_taken_back(string purpose, string asked, string said)
    {
        await using var service = await Service.StartAsync();
        var (clerk, alice) = (new Staff(2, "staff:clerk"), await service.Database.NumberAsync("select person_id from memberships where number = '0101'"));
        await service.Services.GetRequiredService<Consents>().GiveAsync(clerk, alice, purpose, $"{purpose}-1", "en", CancellationToken.None);
        var phone = service.Phone(Alice);
        await phone.DialAsync("7*5");
        await phone.TypeAsync("40718", "5");

        Assert.StartsWith("CON Service by phone. Take it back? You must agree again", await phone.TypeAsync("1"), StringComparison.Ordinal);
        Assert.StartsWith($"CON {asked}\n", await phone.TypeAsync("0", "2"), StringComparison.Ordinal);
        Assert.Equal(said, await phone.TypeAsync("1"));
        Assert.StartsWith("CON Uwase A. 0101", await service.Phone(Alice).DialAsync("1*40718"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task At_the_office_twice_is_once_each_purpose_stands_alone_and_an_unknown_one_is_refused(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var (clerk, alice) = (new Staff(2, "staff:clerk"), await service.Database.NumberAsync("select person_id from memberships where number = '0101'"));
        var consents = service.Services.GetRequiredService<Consents>();
        foreach (var purpose in (string[])["broadcast", "broadcast", "location"])
        {
            await consents.GiveAsync(clerk, alice, purpose, $"{purpose}-1", "en", CancellationToken.None);
        }

        await consents.WithdrawAsync(clerk, alice, "broadcast", CancellationToken.None);
        await consents.WithdrawAsync(clerk, alice, "broadcast", CancellationToken.None);
        await Assert.ThrowsAsync<RefusedException>(() => consents.GiveAsync(clerk, alice, "marketing", "1", "en", CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => consents.GiveAsync(clerk with { CooperativeId = 1 }, alice, "photo", "1", "en", CancellationToken.None));

        Assert.Equal(3, await service.Database.NumberAsync($"select count(*) {OfAlice}"));
        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) {OfAlice} and purpose = 'broadcast' and withdrawn_at is not null"));
        Assert.Equal(2, await service.Database.NumberAsync("select count(*) from audit_log where action = 'consent.give'"));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from audit_log where action = 'consent.withdraw'"));
    }
}
