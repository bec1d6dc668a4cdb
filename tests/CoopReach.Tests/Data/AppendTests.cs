using CoopReach.Audit;
using CoopReach.Audit.Verification;

namespace CoopReach.Tests.Data;

public sealed class AppendTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Many_writers_at_once_make_one_chain_without_a_gap(Provider provider)
    {
        await using var database = await TestDatabase.DemoAsync(provider);
        const string Length = "select count(*) from audit_log where cooperative_id = 1";

        await Task.WhenAll(Enumerable.Range(0, 64).Select(writer => database.CommitAsync(async db =>
            await AuditEntry.Table.AppendAsync(db, Entry(cooperative: 1, $"writer {writer}")))));

        Assert.Equal(64, await database.NumberAsync(Length));
        Assert.Equal(64, await database.NumberAsync("select max(seq) from audit_log where cooperative_id = 1"));
        await AssertSoundAsync(database);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_write_that_fails_leaves_no_gap(Provider provider)
    {
        await using var database = await TestDatabase.DemoAsync(provider);

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.CommitAsync(async db =>
        {
            await AuditEntry.Table.AppendAsync(db, Entry(cooperative: 2, "undone"));
            throw new InvalidOperationException("after the append");
        }));
        await database.CommitAsync(async db => await AuditEntry.Table.AppendAsync(db, Entry(cooperative: 2, "kept")));

        Assert.Equal(2, await database.NumberAsync("select count(*) from audit_log where cooperative_id = 2"));
        await AssertSoundAsync(database);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Rows_of_two_cooperatives_are_not_appended_together(Provider provider)
    {
        await using var database = await TestDatabase.DemoAsync(provider);

        await Assert.ThrowsAsync<ArgumentException>(() => database.CommitAsync(async db =>
            await AuditEntry.Table.AppendAsync(db, [Entry(2, "mine"), Entry(3, "another's")])));
        await AssertSoundAsync(database);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_time_finer_than_a_microsecond_and_any_text_come_back_as_hashed(Provider provider)
    {
        await using var database = await TestDatabase.DemoAsync(provider);
        var odd = new DateTimeOffset(2026, 2, 28, 23, 59, 59, TimeSpan.FromHours(2)).AddTicks(1_234_567);

        await database.CommitAsync(async db => await AuditEntry.Table.AppendAsync(
            db, new AuditEntry { CooperativeId = 2, At = odd, Actor = "", Action = "é | 1:2", Subject = "日本", Detail = "\n'\"", Channel = "ussd" }));

        await AssertSoundAsync(database);
    }

    private static AuditEntry Entry(long cooperative, string detail) => new()
    {
        CooperativeId = cooperative,
        At = DateTimeOffset.UnixEpoch.AddDays(20_000),
        Actor = "system",
        Action = "test",
        Subject = "nothing",
        Detail = detail,
        Channel = "system",
    };

    private static async Task AssertSoundAsync(TestDatabase database) =>
        Assert.All(await Chains.VerifyAsync(database.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));
}
