namespace CoopReach.Data;

/// <summary>Of which cooperatives a reader sees the rows. None, unless somebody says otherwise.</summary>
public sealed record Scope
{
    public static readonly Scope Nothing = new();

    /// <summary>For what looks after the whole system.</summary>
    public static readonly Scope Everything = new() { IsEverything = true };

    public bool IsEverything { get; private init; }

    public IReadOnlyList<long> Cooperatives { get; private init; } = [];

    public static Scope Of(params IReadOnlyList<long> cooperatives) => new() { Cooperatives = cooperatives };
}
