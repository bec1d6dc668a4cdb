namespace CoopReach.Data;

/// <summary>A chained row as the check sees it: what it claims, and the hash its content really has.</summary>
internal sealed record ChainLink(long Id, long Seq, byte[] Previous, byte[] Hash, byte[] Expected);
