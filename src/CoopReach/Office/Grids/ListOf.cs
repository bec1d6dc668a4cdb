using CoopReach.Access;
using CoopReach.Data;

namespace CoopReach.Office.Grids;

/// <summary>A list of the office, for the screen and the spreadsheet alike.</summary>
/// <param name="Path">Address of the spreadsheet: /members.xlsx.</param>
/// <param name="Needed">Who may take it away as a spreadsheet.</param>
/// <param name="Title">Key of what the list is.</param>
/// <param name="Empty">Key of what is said while there is nothing at all.</param>
/// <param name="Find">The rows of a query in its order, in a database that is open for whoever asks. Read by one statement.</param>
public sealed record ListOf<TRow>(
    string Path, Permission Needed, string Title, string Empty, IReadOnlyList<Column<TRow>> Columns, Func<CoopDb, Seat, GridQuery, IQueryable<TRow>> Find)
    where TRow : notnull
{
    /// <summary>Key of what can be searched; null where nothing can.</summary>
    public string? Search { get; init; }

    /// <summary>Where a row opens.</summary>
    public Func<TRow, string>? Link { get; init; }
}
