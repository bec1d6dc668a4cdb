using CoopReach.Audit;
using CoopReach.People;
using CoopReach.Registry;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Registry;

/// <summary>Kin and heirs are written down once, mended by taking the wrong line away, and no name of theirs is in a log.</summary>
public sealed class HeirsTests
{
    private const string Reason = "pays out shares after a death";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_share_goes_to_another_heir_once_the_wrong_one_is_taken_away(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var (family, person, membership) = (Records(office), await office.PersonAsync("0104"), await office.MembershipAsync("0104"));
        await family.AddHeirAsync(office.Clerk, membership, new(" Keza Aline ", "0788 000 333", 1000), CancellationToken.None);
        Assert.Equal("registry.refused.shares", await WhyAsync(() => family.AddHeirAsync(office.Clerk, membership, new("Mugisha", null, 1), CancellationToken.None)));
        var wrong = Assert.Single((await family.ReadAsync(office.Clerk, person, Reason, CancellationToken.None)).Heirs);
        Assert.Equal(("Keza Aline", "+250788000333"), (wrong.Name, wrong.Phone));

        await family.EndHeirAsync(office.Clerk, person, wrong.Id, "wrong", CancellationToken.None);
        Assert.Equal("registry.refused.family-gone", await WhyAsync(() => family.EndHeirAsync(office.Clerk, person, wrong.Id, "wrong", CancellationToken.None)));
        await family.AddHeirAsync(office.Clerk, membership, new("Mugisha", "", 1000), CancellationToken.None);

        Assert.Equal(new("Mugisha", null, 1000), Assert.Single((await family.ReadAsync(office.Clerk, person, Reason, CancellationToken.None)).Heirs) with { Id = 0 });
        Assert.Equal(1, await office.CountAsync("audit_log where action = 'heir.end' and subject = 'member:0104' and detail = 'wrong'"));
        Assert.Equal(0, await office.CountAsync("audit_log where detail like '%Keza%' or detail like '%Mugisha%'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_relative_is_written_down_once_and_can_be_taken_away(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var (family, wife, husband) = (Records(office), await office.PersonAsync("0104"), await office.PersonAsync("0105"));
        await family.AddKinAsync(office.Clerk, wife, husband, "sibling", CancellationToken.None);
        Assert.Equal("registry.refused.kin-known", await WhyAsync(() => family.AddKinAsync(office.Clerk, wife, husband, "spouse", CancellationToken.None)));
        var wrong = Assert.Single((await family.ReadAsync(office.Clerk, wife, Reason, CancellationToken.None)).Relatives);

        await family.EndKinAsync(office.Clerk, wife, wrong.Id, "wrong", CancellationToken.None);
        Assert.Equal("registry.refused.family-gone", await WhyAsync(() => family.EndKinAsync(office.Clerk, wife, wrong.Id, "wrong", CancellationToken.None)));
        await family.AddKinAsync(office.Clerk, wife, husband, "spouse", CancellationToken.None);

        Assert.Equal("spouse", Assert.Single((await family.ReadAsync(office.Clerk, wife, Reason, CancellationToken.None)).Relatives).Relation);
        Assert.Equal(1, await office.CountAsync("audit_log where action = 'family.end' and subject = 'member:0104' and detail = 'wrong'"));
    }

    /// <summary>0104 joins the maize cooperative, too; it neither reads nor takes away whom only the coffee cooperative knows.</summary>
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Family_of_another_cooperative_is_neither_read_nor_taken_away(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var (family, maize, person) = (Records(office), await office.ClerkOfAsync("ABH"), await office.PersonAsync("0104"));
        await family.AddKinAsync(office.Clerk, person, await office.PersonAsync("0105"), "spouse", CancellationToken.None);
        await family.AddHeirAsync(office.Clerk, await office.MembershipAsync("0104"), new("Keza", null, 1000), CancellationToken.None);
        var (kin, heir) = (await office.Database.NumberAsync("select id from kinships"), await office.Database.NumberAsync("select id from heirs"));
        foreach (var isMember in (bool[])[false, true])
        {
            if (isMember)
            {
                await office.Database.ExecuteAsync("update memberships set person_id = $1 where id = (select max(id) from memberships where cooperative_id = $2)", person, maize.CooperativeId);
                Assert.Equivalent(new Family([], [], []), await family.ReadAsync(maize, person, Reason, CancellationToken.None));
            }

            await Assert.ThrowsAsync<RefusedException>(() => family.EndKinAsync(maize, person, kin, "wrong", CancellationToken.None));
            await Assert.ThrowsAsync<RefusedException>(() => family.EndHeirAsync(maize, person, heir, "wrong", CancellationToken.None));
        }

        Assert.Equal((1, 1), (await office.CountAsync("kinships"), await office.CountAsync("heirs")));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Shares_added_at_once_are_never_more_than_the_whole(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var (family, membership) = (Records(office), await office.MembershipAsync("0104"));
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(1, 8).Select(heir => Task.Run(async () =>
        {
            try
            {
                await family.AddHeirAsync(office.Clerk, membership, new($"Keza {heir}", null, 400), CancellationToken.None);
            }
            catch (RefusedException)
            {
                Interlocked.Increment(ref refused);
            }
        })));

        Assert.Equal((2, 6, 2), (await office.CountAsync("heirs"), refused, await office.CountAsync("audit_log where action = 'heir.add'")));
    }

    [Theory]
    [InlineData(" ", null, 500, "registry.refused.heir-name")]
    [InlineData("Keza", "12", 500, "registry.refused.phone")]
    [InlineData("Keza", null, 0, "registry.refused.share")]
    [InlineData("Keza", null, 1001, "registry.refused.share")]
    public async Task What_is_no_heir_is_refused_in_a_sentence_of_its_own(string name, string? phone, long share, string why)
    {
        await using var office = await RegistryDesk.OpenAsync(Provider.Sqlite);
        var membership = await office.MembershipAsync("0104");

        Assert.Equal(why, await WhyAsync(() => Records(office).AddHeirAsync(office.Clerk, membership, new(name, phone, share), CancellationToken.None)));
        Assert.Equal(0, await office.CountAsync("heirs"));
    }

    private static FamilyRecords Records(RegistryDesk office) => new(office.Database.Store, new Sealer(TestDatabase.Pepper, "heirs"), RegistryDesk.Clock);

    private static async Task<string> WhyAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Why.Text;
}
