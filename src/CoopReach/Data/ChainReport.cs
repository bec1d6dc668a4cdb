namespace CoopReach.Data;

/// <summary>What is wrong with a chain at its first broken place.</summary>
public enum ChainFault
{
    /// <summary>The row no longer says what was hashed.</summary>
    Altered,

    /// <summary>The row that should be here is gone; the id is of the one after the gap.</summary>
    Removed,

    /// <summary>The row does not follow the one before it: rows were exchanged, or one was put between.</summary>
    OutOfOrder,

    /// <summary>A row after the end of the chain.</summary>
    Inserted,

    /// <summary>The chain ends before its head says.</summary>
    TailCut,

    /// <summary>The last row is not the one the head knows.</summary>
    HeadDiffers,

    /// <summary>There are rows and no head.</summary>
    HeadMissing,
}

/// <summary>The first broken place of a chain: the sequence number that should have been, and the row found there.</summary>
public sealed record ChainFinding(string Table, long CooperativeId, long Seq, long? Id, ChainFault Fault);

/// <summary>
/// One chain, walked. The head's hash, kept on paper or elsewhere, shows later that not even the whole chain was
/// written anew.
/// </summary>
/// <param name="Rows">How many rows from the first are sound.</param>
/// <param name="Hash">Hash of the last of them, in hexadecimal.</param>
/// <param name="Finding">Null when all of the chain is sound.</param>
public sealed record ChainReport(string Table, long CooperativeId, long Rows, string Hash, ChainFinding? Finding);
