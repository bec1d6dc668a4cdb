using CoopReach.Audit;
using CoopReach.Audit.Verification;
using CoopReach.Engine;
using CoopReach.Registry;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Registry;

/// <summary>Random lives of a registry: people join, share phones, are merged, leave and are erased. The francs never move.</summary>
public sealed class HistoryTests
{
    private const string Totals = """
        select cast(count(*) as bigint), cast(sum(amount) as bigint), cast(sum(amount * membership_id) as bigint), cast(sum(units) as bigint)
        from ledger_entries where membership_id is not null
        """;

    private static int Lives => Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 60 : 3;

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Merging_and_erasing_leave_every_ledger_total_as_it_was(Provider provider)
    {
        var (erased, merged) = (0, 0);
        for (var seed = 1; seed <= Lives; seed++)
        {
            await using var office = await RegistryDesk.OpenAsync(provider);
            var before = await TotalsAsync(office);
            var life = new Life(office, new Random(seed));
            for (var step = 0; step < 60; step++)
            {
                await life.StepAsync();
            }

            Assert.True(before == await TotalsAsync(office), $"seed {seed}");
            (erased, merged) = (erased + life.Erased, merged + life.Merged);
            Assert.Equal(0, await office.CountAsync("memberships m join people p on p.id = m.person_id where p.merged_into_id is not null"));
            Assert.Equal(0, await office.CountAsync("person_phones o join people p on p.id = o.person_id where p.erased_at is not null or p.merged_into_id is not null"));
            Assert.Equal(0, await office.CountAsync("people where erased_at is not null and (family_name <> 'Erased' or search_name <> '' or birth_year is not null)"));
            Assert.All(await Chains.VerifyAsync(office.Database.Store, CancellationToken.None), chain => Assert.True(chain.Finding is null, $"seed {seed}"));
        }

        Assert.True(erased >= Lives && merged >= Lives, $"erased {erased}, merged {merged} in {Lives} lives");
    }

    private static Task<(long, long, long, long)> TotalsAsync(RegistryDesk office) => office.Database.ReadAsync(
        db => db.FirstAsync(Totals, row => (row.Number(0), row.Number(1), row.Number(2), row.Number(3))));

    private sealed class Life(RegistryDesk office, Random dice)
    {
        private readonly Links _links = new(office.Database.Open);
        private int _number = 5000;

        public int Erased { get; private set; }

        public int Merged { get; private set; }

        public Task StepAsync() => dice.Next(6) switch
        {
            0 => JoinAsync(),
            1 => TryAsync(new Phones(office.Database.Store, RegistryDesk.Clock).GiveAsync(office.Clerk, Anybody, $"07880001{dice.Next(10):D2}", "other", default)),
            2 => TryAsync(new RecordNationalId(office.Database.Store, RegistryDesk.Vault, RegistryDesk.Clock)
                .RunAsync(office.Clerk, Anybody, $"11980{dice.Next(7, 9)}{dice.Next(30):D10}", default)),
            3 => LeaveAsync(),
            4 => MergeAsync(),
            _ => EraseAsync(),
        };

        private long Anybody => dice.Next(1, 8 + _number - 5000);

        private Task<int> JoinAsync() => TryAsync(new RegisterMember(office.Database.Store, RegistryDesk.Clock).RunAsync(
            office.Clerk, new PersonForm("Uwase", $"Alice {dice.Next(3)}"), new MembershipForm($"{_number++}", Kigali.Date(TestClock.Morning)), default));

        private async Task LeaveAsync()
        {
            var person = Anybody;
            foreach (var cooperative in new long[] { 1, 2, 3 })
            {
                var ids = await office.Database.ReadAsync(db => db.AllAsync("select id from memberships where person_id = $1 and cooperative_id = $2", row => row.Number(0), person, cooperative));
                foreach (var id in ids)
                {
                    await TryAsync(new EndMembership(office.Database.Store, RegistryDesk.Clock).RunAsync(
                        office.Clerk with { CooperativeId = cooperative }, id, Kigali.Date(TestClock.Morning), "left", default));
                }
            }

            await EraseAsync(person);
        }

        private async Task MergeAsync() =>
            Merged += await TryAsync(new MergePeople(office.Database.Store, _links, RegistryDesk.Clock).RunAsync(office.Clerk, Anybody, Anybody, default));

        private Task EraseAsync() => EraseAsync(Anybody);

        private async Task EraseAsync(long person) =>
            Erased += await TryAsync(new ErasePerson(office.Database.Store, _links, RegistryDesk.Clock).RunAsync(office.Clerk, person, default));

        /// <summary>1 when it was done, 0 when the registry said no, as it may in any life.</summary>
        private static async Task<int> TryAsync(Task attempt)
        {
            try
            {
                await attempt;
                return 1;
            }
            catch (RefusedException)
            {
                return 0;
            }
        }
    }
}
