using System.Linq.Expressions;

namespace CoopReach.Office.Grids;

public static class Sorting
{
    /// <summary>Up or down, as the query says.</summary>
    public static IOrderedQueryable<T> By<T, TKey>(this IQueryable<T> rows, Expression<Func<T, TKey>> key, GridQuery query) =>
        query.IsDescending ? rows.OrderByDescending(key) : rows.OrderBy(key);
}
