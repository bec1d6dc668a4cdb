using System.Runtime.CompilerServices;
using CoopReach.Access;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Office.Grids;

/// <summary>Reads a list for somebody: a page of it for a screen, all of it for a spreadsheet.</summary>
internal static class Listing
{
    public static async Task<GridPage<TRow>> PageAsync<TRow>(this Reader reader, ListOf<TRow> list, Seat seat, GridQuery query, CancellationToken cancel)
        where TRow : notnull
    {
        await using var db = await reader.OpenAsync(seat, cancel);
        var found = list.Find(db, seat, query);
        return new(await found.Skip(query.Skip).Take(GridQuery.Size).ToListAsync(cancel), await found.CountAsync(cancel));
    }

    public static async IAsyncEnumerable<TRow> AllAsync<TRow>(
        this Reader reader, ListOf<TRow> list, Seat seat, GridQuery query, [EnumeratorCancellation] CancellationToken cancel)
        where TRow : notnull
    {
        await using var db = await reader.OpenAsync(seat, cancel);
        await foreach (var row in list.Find(db, seat, query).AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return row;
        }
    }
}
