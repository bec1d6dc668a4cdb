namespace CoopReach.Data;

/// <summary>
/// A row that is written once and carries the hash of the one before it. The writer fills the cooperative and the
/// columns of its own; the rest is filled by <see cref="ChainedTable{T}"/>.
/// </summary>
public abstract class ChainedRow
{
    /// <summary>Follows from cooperative and sequence, so nobody can move what points at a row to another row unseen.</summary>
    public long Id { get; init; }

    public long CooperativeId { get; init; }

    /// <summary>1, 2, 3 … within the cooperative and the table, without a gap.</summary>
    public long Seq { get; init; }

    /// <summary>32 bytes; zeros for the first row.</summary>
    public byte[] PrevHash { get; init; } = [];

    /// <summary>32 bytes over the previous hash and everything this row says.</summary>
    public byte[] Hash { get; init; } = [];
}
