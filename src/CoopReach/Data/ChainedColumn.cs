using System.Globalization;
using System.Linq.Expressions;

namespace CoopReach.Data;

/// <summary>A column of a chained table: how it is read from the database, and how it is written for the hash.</summary>
internal sealed record ChainedColumn(string Name, Func<ResultRow, int, object?> Read)
{
    /// <summary>The column of a property: its name in snake_case and its kind. Chained rows hold longs, texts, times and dates.</summary>
    public static ChainedColumn Of(LambdaExpression property)
    {
        var body = property.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : property.Body;
        var member = ((MemberExpression)body).Member;

        return new ChainedColumn(SnakeCase.Of(member.Name), Reader(Nullable.GetUnderlyingType(body.Type) ?? body.Type));
    }

    /// <summary>One spelling for each value, the same before it is written and after it is read back.</summary>
    public static string Spell(object value) => value switch
    {
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        DateTimeOffset time => Microseconds.Of(time).ToString(CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A chained row cannot hold a {value.GetType().Name}."),
    };

    private static Func<ResultRow, int, object?> Reader(Type type) => type switch
    {
        _ when type == typeof(string) => (row, column) => row.TextOrNull(column),
        _ when type == typeof(long) => (row, column) => row.NumberOrNull(column),
        _ when type == typeof(DateTimeOffset) => (row, column) => row.TimeOrNull(column),
        _ when type == typeof(DateOnly) => (row, column) => row.DateOrNull(column),
        _ => throw new NotSupportedException($"A chained row cannot hold a {type.Name}."),
    };
}
