namespace CoopReach.Conversations;

/// <summary>
/// A callback of any channel in one form. <see cref="Inputs"/> is everything typed in this session so far, so their
/// number says which hop this is: a repeated callback has no more of them than the one before.
/// </summary>
public sealed record Inbound(string Channel, string SessionId, string Phone, string? Network, IReadOnlyList<string> Inputs)
{
    public int Hop => Inputs.Count;
}

/// <summary>What the channel sends back.</summary>
public sealed record Reply(string Text, bool Ends);
