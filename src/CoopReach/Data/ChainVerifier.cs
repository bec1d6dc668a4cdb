namespace CoopReach.Data;

/// <summary>
/// Walks chains from the first row to the last and compares each with what it claims. It reads a page at a time and
/// may run while others append.
/// </summary>
public static class ChainVerifier
{
    private const long PageSize = 1000;

    /// <summary>Every chain of these tables, in the order given and by cooperative.</summary>
    /// <param name="covers">Of which cooperatives; null for all.</param>
    /// <param name="walked">Told how many rows were walked since it was told last.</param>
    public static async Task<IReadOnlyList<ChainReport>> RunAsync(
        Store store, IReadOnlyList<ChainedTable> tables, CancellationToken cancel, Func<long, bool>? covers = null, Action<long>? walked = null)
    {
        await using var reading = await store.ReadAsync(cancel);
        var reports = new List<ChainReport>();
        foreach (var table in tables)
        {
            foreach (var cooperative in (await CooperativesAsync(reading.Db, table)).Where(one => covers?.Invoke(one) != false))
            {
                reports.Add(await new Walk(reading.Db, table, cooperative, walked).RunAsync(cancel));
            }
        }

        return reports;
    }

    private static ValueTask<List<long>> CooperativesAsync(Statements db, ChainedTable table) =>
        db.AllAsync(
            $"select cooperative_id from chain_heads where chain = $1 union select distinct cooperative_id from {table.Name} order by 1",
            row => row.Number(0),
            table.Name);

    private sealed class Walk(Statements db, ChainedTable table, long cooperative, Action<long>? walked)
    {
        private long _seq;

        // The first page asks for everything, so that a row numbered 0 or less is found too.
        private long _after = long.MinValue;
        private byte[] _hash = ChainHash.Start;

        public async Task<ChainReport> RunAsync(CancellationToken cancel)
        {
            var finding = await FindAsync(cancel);
            return new ChainReport(table.Name, cooperative, _seq, Convert.ToHexStringLower(_hash), finding);
        }

        private async Task<ChainFinding?> FindAsync(CancellationToken cancel)
        {
            if (await ChainHead.FindAsync(db, table.Name, cooperative) is not { } head)
            {
                return Finding(ChainFault.HeadMissing, id: null);
            }

            while (true)
            {
                if (await FindUpToAsync(head, cancel) is { } finding)
                {
                    return finding;
                }

                if (await NextAsync() is not { } stray)
                {
                    return null;
                }

                // Rows after the head are strays, unless somebody appended them (and moved the head) in the meantime.
                var now = await ChainHead.FindAsync(db, table.Name, cooperative);
                if (now is null || now.Length == head.Length)
                {
                    return Finding(ChainFault.Inserted, stray);
                }

                head = now;
            }
        }

        private async Task<ChainFinding?> FindUpToAsync(ChainHead head, CancellationToken cancel)
        {
            while (_seq < head.Length)
            {
                cancel.ThrowIfCancellationRequested();
                var page = await table.ReadAsync(db, cooperative, _after, head.Length, PageSize);
                if (page.Count == 0)
                {
                    return Finding(ChainFault.TailCut, id: null);
                }

                if (FindIn(page) is { } finding)
                {
                    return finding;
                }

                walked?.Invoke(page.Count);
            }

            return _hash.AsSpan().SequenceEqual(head.Hash) ? null : Finding(ChainFault.HeadDiffers, id: null);
        }

        private ChainFinding? FindIn(List<ChainLink> page)
        {
            foreach (var link in page)
            {
                if (FaultOf(link) is { } fault)
                {
                    return Finding(fault, link.Id);
                }

                (_seq, _after, _hash) = (link.Seq, link.Seq, link.Hash);
            }

            return null;
        }

        private ChainFault? FaultOf(ChainLink link) => link switch
        {
            _ when link.Seq <= _seq => ChainFault.Inserted,
            _ when link.Seq != _seq + 1 => ChainFault.Removed,
            _ when !link.Previous.AsSpan().SequenceEqual(_hash) => ChainFault.OutOfOrder,
            _ when !link.Hash.AsSpan().SequenceEqual(link.Expected) => ChainFault.Altered,
            _ when link.Id != ChainedTable.IdOf(cooperative, link.Seq) => ChainFault.Altered,
            _ => null,
        };

        private async ValueTask<long?> NextAsync()
        {
            var next = await table.ReadAsync(db, cooperative, _seq, long.MaxValue, 1);
            return next.Count == 0 ? null : next[0].Id;
        }

        private ChainFinding Finding(ChainFault fault, long? id) => new(table.Name, cooperative, _seq + 1, id, fault);
    }
}
