using CoopReach.Audit;
using CoopReach.People;
using CoopReach.Registry;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Registry;

public sealed class FamilyTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Family_is_read_for_a_reason_that_is_written_down(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var family = new FamilyRecords(office.Database.Store, new Sealer(TestDatabase.Pepper, "heirs"), RegistryDesk.Clock);
        var (wife, husband) = (await office.PersonAsync("0104"), await office.PersonAsync("0105"));
        var membership = await office.Database.NumberAsync("select id from memberships where person_id = $1", wife);
        await family.AddKinAsync(office.Clerk, wife, husband, "spouse", CancellationToken.None);
        await family.AddHeirAsync(office.Clerk, membership, new HeirDetails("Keza Aline", null, 600), CancellationToken.None);

        await Assert.ThrowsAsync<RefusedException>(() =>
            family.AddHeirAsync(office.Clerk, membership, new HeirDetails("Mugisha", null, 401), CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => family.ReadAsync(office.Clerk, wife, "because", CancellationToken.None));
        Assert.Equal(0, await office.CountAsync("audit_log where action = 'family.read'"));

        var read = await family.ReadAsync(office.Clerk, wife, "pays out shares after a death", CancellationToken.None);
        Assert.Equal("spouse", Assert.Single(read.Relatives).Relation);
        Assert.Equal(new HeirDetails("Keza Aline", null, 600), Assert.Single(read.Heirs) with { Id = 0 });
        Assert.Equal(1, await office.CountAsync("audit_log where action = 'family.read' and subject = 'member:0104'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_photo_is_kept_with_consent_only_and_goes_with_it(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var (photo, consents) = (new KeepPhoto(office.Database.Store, RegistryDesk.Clock), new Consents(office.Database.Store, RegistryDesk.Clock));
        var alice = await office.PersonAsync("0101");
        byte[] picture = [0xff, 0xd8, 0xff, 0xe0];

        await Assert.ThrowsAsync<RefusedException>(() => photo.RunAsync(office.Clerk, alice, picture, CancellationToken.None));
        await consents.GiveAsync(office.Clerk, alice, "photo", "photo-1", "en", CancellationToken.None);
        await photo.RunAsync(office.Clerk, alice, picture, CancellationToken.None);
        Assert.Equal(1, await office.CountAsync("person_photos"));

        await consents.WithdrawAsync(office.Clerk, alice, "photo", CancellationToken.None);
        Assert.Equal(0, await office.CountAsync("person_photos"));
        Assert.Equal(1, await office.CountAsync("consents where person_id = $1 and purpose = 'service' and withdrawn_at is null", alice));
    }
}
