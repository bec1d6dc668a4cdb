using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Data;

/// <summary>
/// How long a chain is and what its last row hashes to. Writers of one chain queue at this row, and a tail that was
/// cut off no longer agrees with it.
/// </summary>
public sealed class ChainHead
{
    internal const string Table = "chain_heads";

    /// <summary>The table.</summary>
    public required string Chain { get; init; }

    public long CooperativeId { get; init; }

    public long Length { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>Makes the chain longer and gives the head as it was; nobody else writes to the chain until the commit.</summary>
    internal static async ValueTask<ChainHead> LengthenAsync(Statements db, string chain, long cooperativeId, long rows) =>
        await TryLengthenAsync(db, chain, cooperativeId, rows) ?? await BeginAsync(db, chain, cooperativeId, rows);

    internal static ValueTask<int> SetHashAsync(Statements db, string chain, long cooperativeId, byte[] hash) =>
        db.ExecuteAsync("update chain_heads set hash = $3 where cooperative_id = $1 and chain = $2", cooperativeId, chain, hash);

    internal static ValueTask<ChainHead?> FindAsync(Statements db, string chain, long cooperativeId) =>
        db.FirstAsync(
            "select length, hash from chain_heads where cooperative_id = $1 and chain = $2",
            row => new ChainHead { Chain = chain, CooperativeId = cooperativeId, Length = row.Number(0), Hash = row.Bytes(1) },
            cooperativeId,
            chain);

    private static ValueTask<ChainHead?> TryLengthenAsync(Statements db, string chain, long cooperativeId, long rows) =>
        db.FirstAsync(
            "update chain_heads set length = length + $3 where cooperative_id = $1 and chain = $2 returning length, hash",
            row => new ChainHead { Chain = chain, CooperativeId = cooperativeId, Length = row.Number(0) - rows, Hash = row.Bytes(1) },
            cooperativeId,
            chain,
            rows);

    /// <summary>The first writer of a chain makes its head; of two first writers the second waits and then finds it.</summary>
    private static async ValueTask<ChainHead> BeginAsync(Statements db, string chain, long cooperativeId, long rows)
    {
        await db.ExecuteAsync(
            "insert into chain_heads (cooperative_id, chain, length, hash) values ($1, $2, 0, $3) on conflict do nothing",
            cooperativeId,
            chain,
            ChainHash.Start);

        return (await TryLengthenAsync(db, chain, cooperativeId, rows))!;
    }
}

internal sealed class ChainHeadTable : IEntityTypeConfiguration<ChainHead>
{
    public void Configure(EntityTypeBuilder<ChainHead> builder)
    {
        builder.ToTable(ChainHead.Table);
        builder.HasKey(head => new { head.CooperativeId, head.Chain });
    }
}
