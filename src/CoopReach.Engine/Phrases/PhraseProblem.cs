namespace CoopReach.Engine.Phrases;

/// <summary>What is wrong with a phrase, and where: the line counts from 1.</summary>
public sealed record PhraseProblem(string File, int Line, string Text)
{
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}: {Text}");
}
