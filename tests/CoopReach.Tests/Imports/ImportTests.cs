using CoopReach.Audit;
using CoopReach.Registry;
using CoopReach.Tests.Data;
using CoopReach.Tests.Registry;

namespace CoopReach.Tests.Imports;

public sealed class ImportTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_dry_run_says_what_becomes_of_each_row_and_touches_nobody(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var lists = new Lists(office);
        var before = await office.CountAsync("people");
        var batch = await lists.ReadAsync(Lists.Csv(Lists.Mixed));

        Assert.Equal("new", await lists.DecisionAsync(batch, 2));
        Assert.Equal("doubtful", await lists.DecisionAsync(batch, 3));
        Assert.Null(await lists.DecisionAsync(batch, 4));
        Assert.Equal("broken", await lists.DecisionAsync(batch, 5));
        Assert.Equal("new", await lists.DecisionAsync(batch, 6));
        Assert.Equal(5, (await lists.FindingsAsync(batch, 6)).Count);
        Assert.Contains("There is no sector 'Nowhere' there. Correct it.", await lists.FindingsAsync(batch, 6));
        Assert.Equal(["Row 2 has the same member number. Correct one of them."], await lists.FindingsAsync(batch, 7));
        Assert.Equal("broken", await lists.DecisionAsync(batch, 7));
        Assert.Equal("skip", await lists.DecisionAsync(batch, 8));
        Assert.Equal(before, await office.CountAsync("people"));
        await Assert.ThrowsAsync<RefusedException>(() => lists.ApplyAsync(batch));
        Assert.Equal(before, await office.CountAsync("people"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_applied_list_is_in_the_registry_and_can_be_taken_out_whole(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var lists = new Lists(office);
        var before = await StateAsync(office);
        var batch = await lists.ReadAsync(Lists.Csv(Lists.Mixed));
        await lists.Decide.RunAsync(office.Clerk, batch, 3, "same", CancellationToken.None);

        Assert.Equal(3, await lists.ApplyAsync(batch));
        Assert.Equal(1, await office.CountAsync("memberships m join people p on p.id = m.person_id where m.number = '0901' and p.family_name = 'KEZA' and p.village_code is not null"));
        Assert.Equal(1, await office.CountAsync("person_phones where phone_number = '+250788123456'"));
        Assert.Equal(1, await office.CountAsync("national_ids"));
        Assert.Equal(0, await office.CountAsync("memberships where number = '0902'"));

        await lists.UndoAsync(batch);
        Assert.Equal(before, await StateAsync(office));
        await Assert.ThrowsAsync<RefusedException>(() => lists.UndoAsync(batch));
        Assert.Equal(batch, await lists.ReadAsync(Lists.Csv(Lists.Mixed)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_list_stays_when_something_hangs_on_a_row_and_the_row_is_named(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var lists = new Lists(office);
        var batch = await lists.ReadAsync(await Lists.XlsxAsync(["Number", "Name"], ["0901", "KEZA Aline"], ["0902", "MUGABO Yves"]));
        await lists.ApplyAsync(batch);
        await new Consents(office.Database.Store, RegistryDesk.Clock).GiveAsync(
            office.Clerk, await office.PersonAsync("0902"), "photo", "photo-1", "rw", CancellationToken.None);
        var state = await StateAsync(office);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => lists.UndoAsync(batch));
        Assert.Equal("The list cannot be undone: row 3 is in use already (consents). Correct that row by hand.", Said.InEnglish(refused.Why));
        Assert.Equal(state, await StateAsync(office));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_same_file_again_changes_nothing(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var lists = new Lists(office);
        for (var seed = 1; seed <= (Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 200 : 8); seed++)
        {
            var file = RandomList(new Random(seed), seed);
            var batch = await lists.ReadAsync(file);
            await office.Database.ExecuteAsync("update import_rows set decision = 'new' where decision = 'doubtful'");
            await lists.ApplyAsync(batch);
            var state = await StateAsync(office);

            Assert.True(batch == await lists.ReadAsync(file), $"seed {seed}");
            Assert.True(await lists.ApplyAsync(batch) == 0, $"seed {seed}");
            Assert.True(state == await StateAsync(office), $"seed {seed}");
        }
    }

    [Fact]
    public async Task No_row_of_a_list_lies_open_in_the_database()
    {
        await using var office = await RegistryDesk.OpenAsync(Provider.Sqlite);
        await new Lists(office).ReadAsync(Lists.Csv(Lists.Mixed));
        var boxes = await office.Database.ReadAsync(db => db.AllAsync("select sealed from import_rows", row => System.Text.Encoding.Latin1.GetString(row.Bytes(0))));

        Assert.NotEmpty(boxes);
        Assert.All(boxes, box => Assert.DoesNotContain("1199070012345012", box, StringComparison.Ordinal));
        Assert.All(boxes, box => Assert.DoesNotContain("KEZA", box, StringComparison.Ordinal));
    }

    private static byte[] RandomList(Random dice, int seed) => Lists.Csv(
    [
        "Number,Name,Phone,Birth",
        .. Enumerable.Range(0, dice.Next(1, 12)).Select(row => $"{(seed * 100) + row + 20_000},{(dice.Next(6) == 0 ? "" : $"Keza{dice.Next(9)} Aline")},{(dice.Next(2) == 0 ? "" : $"07881{dice.Next(99999):D5}")},{1950 + dice.Next(50)}"),
    ]);

    private static async Task<(long, long, long, long, long)> StateAsync(RegistryDesk office) => (
        await office.CountAsync("people"), await office.CountAsync("memberships"), await office.CountAsync("person_phones"),
        await office.CountAsync("national_ids"), await office.Database.NumberAsync("select cast(coalesce(sum(id), 0) as bigint) from memberships"));
}
