namespace CoopReach.Engine.Menus;

/// <summary>What the menus need to know of an action to be checked: its name, its ways out and the facts and lists it gives.</summary>
/// <param name="Name">As written after <c>run:</c>.</param>
/// <param name="Outcomes">Every outcome it can answer; a screen's <c>then</c> names each of them, and no other.</param>
/// <param name="Gives">Facts and lists its outcomes carry.</param>
public sealed record ActionShape(string Name, IReadOnlyList<string> Outcomes, params IReadOnlyList<string> Gives)
{
    /// <summary>It changes something outside the conversation: a replay stops before it.</summary>
    public bool Changes { get; init; }

    /// <summary>
    /// What it reads must still be so when it is written (it gives the next number of a row): a step that runs it is heard
    /// inside the transaction that writes it.
    /// </summary>
    public bool TakesTurn { get; init; }

    /// <summary>It reads or changes a member's own data: only behind <c>require: pin</c>.</summary>
    public bool Private { get; init; }
}
