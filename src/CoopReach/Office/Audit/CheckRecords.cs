using System.Collections.Concurrent;
using CoopReach.Access;
using CoopReach.Audit.Verification;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Jobs;

namespace CoopReach.Office.Log;

/// <summary>What a check found of one table: how many rows are sound, and where chains are broken.</summary>
public sealed record CheckedTable(string Table, long Rows, IReadOnlyList<(string Cooperative, Value Said)> Findings);

/// <summary>
/// Walks every chain of the seat's cooperatives, as the command verify does. Its sentence is kept with the job; the table of
/// it is held for whoever asked, on this node, until it is asked for again.
/// </summary>
public sealed class CheckRecords(Store store, Jobs.Jobs jobs)
{
    public const string Place = "/audit/check";

    private const string Covered = "select id, code from cooperatives where id = $1 or ($1 = 0 and seat_code like $2) order by id";

    private const string Heads = "select cooperative_id, length from chain_heads";

    private readonly ConcurrentDictionary<long, IReadOnlyList<CheckedTable>> _last = [];

    /// <summary>Null when nothing was checked since the service started.</summary>
    public IReadOnlyList<CheckedTable>? LastOf(Seat seat) => _last.GetValueOrDefault(seat.UserId);

    public Task<long> BeginAsync(Seat by)
    {
        by.Must(Permission.Verify);
        _last.TryRemove(by.UserId, out _);
        return jobs.BeginAsync(by, "verify", Place, run => RunAsync(by, run));
    }

    private async Task<JobEnd> RunAsync(Seat by, JobRun run)
    {
        var (codes, total) = await CoveredAsync(by, run.Cancel);
        run.Say(0, total);
        if (await Chains.FindDamageAsync(store, run.Cancel) is { Count: > 0 })
        {
            return new JobEnd(Value.Phrase("office.audit.check.damaged"));
        }

        var done = 0L;
        var reports = await Chains.VerifyAsync(store, codes.ContainsKey, rows => run.Say(done += rows, total), run.Cancel);
        var tables = reports.GroupBy(report => report.Table).Select(table => Sum(table.Key, [.. table], codes)).ToList();
        _last[by.UserId] = tables;
        return new JobEnd(Said(reports));
    }

    /// <summary>Codes of the cooperatives by id, and how many rows they have. What belongs to none is for who covers the country.</summary>
    private async Task<(Dictionary<long, string> Codes, long Rows)> CoveredAsync(Seat by, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        var codes = (await reading.Db.AllAsync(Covered, row => (Id: row.Number(0), Code: row.Text(1)), by.CooperativeId ?? 0, $"{by.Area}%"))
            .ToDictionary(one => one.Id, one => one.Code);
        if (by.Area == "")
        {
            codes[0] = "CoopReach";
        }

        var heads = await reading.Db.AllAsync(Heads, row => (Id: row.Number(0), Length: row.Number(1)));
        return (codes, heads.Where(head => codes.ContainsKey(head.Id)).Sum(head => head.Length));
    }

    private static CheckedTable Sum(string table, List<ChainReport> chains, Dictionary<long, string> codes) => new(
        table, chains.Sum(chain => chain.Rows), [.. chains.Select(chain => chain.Finding).OfType<ChainFinding>().Select(finding => (codes[finding.CooperativeId], Chains.Said(finding)))]);

    private static Value Said(IReadOnlyList<ChainReport> reports) => reports.Count(report => report.Finding is not null) is > 0 and var broken
        ? Value.Phrase("office.audit.check.broken", ("broken", Value.Number(broken)), ("chains", Value.Number(reports.Count)))
        : Value.Phrase("office.audit.check.sound", ("rows", Value.Number(reports.Sum(report => report.Rows))), ("chains", Value.Number(reports.Count)));
}
