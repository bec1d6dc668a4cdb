using CoopReach.Access;
using CoopReach.Engine;
using CoopReach.Money;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Money;

/// <summary>The paper of a batch that is laid before those who sign.</summary>
public sealed class BatchPaperTests
{
    private static readonly Seat Manager = new(1, "manager@twz.demo", "Grace", Role.Manager, 2, null, "s", Language.English);

    [Fact]
    public async Task It_has_the_sum_every_member_without_the_whole_account_and_both_hands()
    {
        await using var counter = await Counter.OpenAsync(Provider.Sqlite);
        await counter.Database.ExecuteAsync("update people set given_names = '<b>Alice' where family_name = 'Uwase'");
        var batch = await counter.ApprovedAsync();
        var html = (await WriteAsync(counter, Manager, batch))!;
        if (Environment.GetEnvironmentVariable("COOPREACH_SHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "batch-paper.html"), html);
        }

        Assert.All((string[])["207,800", "...101", "&lt;b&gt;Alice", "Bizimana Olivier", "Mukeshimana Grace", "Supervisory committee"], said => Assert.Contains(said, html, StringComparison.Ordinal));
        Assert.DoesNotContain("788000101", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Null(await WriteAsync(counter, Manager with { CooperativeId = 3 }, batch));
    }

    private static Task<string?> WriteAsync(Counter counter, Seat seat, long batch) => new BatchPaper(Counter.Phrases, counter.Clock)
        .WriteAsync(new Reader(counter.Database.Open), counter.Database.Store, seat, batch, Language.English, CancellationToken.None);
}
