namespace CoopReach.Engine.Text;

/// <summary>
/// The navigation line at the foot of a page, in GSM-7: on the only page, or on the first, a middle and the last of several.
/// An empty string means no such line, and no line break for it.
/// </summary>
public sealed record Footer(string Only, string First, string Middle, string Last)
{
    /// <summary>Septets a line may have so that it stands whole on a page of its own, whichever footer that page gets.</summary>
    /// <exception cref="ArgumentException">A footer has a character outside GSM-7.</exception>
    public int Room(int limit) =>
        limit - Math.Max(Math.Max(Cost(Only), Cost(First)), Math.Max(Cost(Middle), Cost(Last)));

    /// <summary>Septets a footer takes from its page, with the line break before it.</summary>
    internal static int Cost(string foot) => foot.Length == 0 ? 0 : Gsm7.Measure(foot) + 1;
}
