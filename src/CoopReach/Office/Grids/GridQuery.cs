using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CoopReach.Office.Grids;

/// <summary>
/// Which part of a list is wanted. It stands in the address of the page, so that a list can be left and come back to, sent to
/// a colleague and exported as it is seen.
/// </summary>
/// <param name="Page">From 1.</param>
/// <param name="Sort">A column's name; null for the list's own order.</param>
/// <param name="Filters">What the page narrows by, by its own names.</param>
public sealed record GridQuery(int Page, string? Sort, bool IsDescending, string Text, IReadOnlyDictionary<string, string> Filters)
{
    public const int Size = 25;

    private const int LongestText = 100;
    private const int LastPage = 1_000_000;
    private static readonly string[] Own = ["page", "sort", "q"];

    public int Skip => (Page - 1) * Size;

    public string? this[string filter] => Filters.GetValueOrDefault(filter);

    public static GridQuery Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var sort = One(values, "sort");
        return new GridQuery(
            int.TryParse(One(values, "page"), out var page) ? Math.Clamp(page, 1, LastPage) : 1,
            sort is ['-', .. var name] ? name : sort,
            sort is ['-', ..],
            One(values, "q") is { } text ? text[..Math.Min(text.Length, LongestText)].Trim() : "",
            values.Keys.Except(Own).ToDictionary(name => name, name => One(values, name) ?? ""));
    }

    /// <summary>As it stands in an address, the question mark with it; empty for a list as it opens.</summary>
    public string Write()
    {
        var values = new Dictionary<string, string?>(Filters.Where(one => one.Value.Length > 0).Select(one => KeyValuePair.Create<string, string?>(one.Key, one.Value)));
        (values["q"], values["sort"], values["page"]) = (Text.Length > 0 ? Text : null, Sort is null ? null : IsDescending ? $"-{Sort}" : Sort, Page > 1 ? $"{Page}" : null);
        return QueryHelpers.AddQueryString("", values);
    }

    /// <summary>The same list narrowed otherwise, from its beginning.</summary>
    public GridQuery With(string filter, string value) =>
        this with { Page = 1, Filters = new Dictionary<string, string>(Filters) { [filter] = value } };

    private static string? One(Dictionary<string, StringValues> values, string name) =>
        values.TryGetValue(name, out var found) && found.Count > 0 ? found[0] : null;
}

/// <summary>A page of rows, and how many there are in all.</summary>
public sealed record GridPage<TRow>(IReadOnlyList<TRow> Rows, int Count);
