using CoopReach.Engine.Phrases;

namespace CoopReach.Office.Grids;

/// <summary>Where a column stands on a phone, where each row is a card of two lines.</summary>
public enum Spot
{
    /// <summary>A line of its own under the two, with its heading.</summary>
    Below,

    /// <summary>First line, left: what the row is. It carries the link.</summary>
    Lead,

    /// <summary>First line, right.</summary>
    Amount,

    /// <summary>Second line, left.</summary>
    Detail,

    /// <summary>Second line, right.</summary>
    State,
}

/// <summary>A status: a word, a shape of the sprite (s-paid) and a tone (hill, sun, cherry, lake, stone). Any two of them still read.</summary>
public sealed record Chip(string Tone, string Shape, Value Word);

/// <summary>A column of a list, on the screen and in its spreadsheet alike.</summary>
/// <param name="Name">As the address and <see cref="GridQuery.Sort"/> name it.</param>
/// <param name="Heading">Key of a phrase; the unit of amounts belongs in it.</param>
/// <param name="Cell">Null where nothing is known.</param>
public sealed record Column<TRow>(string Name, string Heading, Func<TRow, Value?> Cell, Spot Spot = Spot.Below)
{
    /// <summary>Sorted by the database; false where it cannot.</summary>
    public bool IsSorted { get; init; } = true;

    /// <summary>Right-aligned.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Where the cell leads, beside the link of the row; null where nowhere.</summary>
    public Func<TRow, string?>? Link { get; init; }

    /// <summary>Shown in place of the text; the spreadsheet has the text.</summary>
    public Func<TRow, Chip?>? Chip { get; init; }
}
