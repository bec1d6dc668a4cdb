namespace CoopReach.Engine;

/// <summary>Something wrong in a menu or phrase file, said where it is.</summary>
public sealed record Problem(string File, int Line, string Text)
{
    public override string ToString() => $"{File}:{Line}: {Text}";
}
