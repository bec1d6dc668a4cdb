using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoopReach.Data;

/// <summary>Rows of this table are nobody's: prices of the state, divisions of the country, menus.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SeenByAllAttribute : Attribute;

/// <summary>A row is seen by whoever sees a row of another table that points to it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SeenThroughAttribute(Type table, string key) : Attribute
{
    public Type Table => table;

    public string Key => key;
}

/// <summary>A row hangs on another one by this key, whatever else it points to.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HangsOnAttribute(string key) : Attribute
{
    public string Key => key;
}

/// <summary>
/// Which rows of each table a <see cref="Scope"/> lets through: those of its cooperatives by the table's own column, else
/// those that hang on such a row, else none. A table that nobody thought of is therefore seen by nobody.
/// </summary>
internal static class RowGuard
{
    /// <summary>What a row may hang on, the nearest first.</summary>
    private static readonly string[] Links = ["MembershipId", "PersonId", "BroadcastId", "HouseholdId", "BatchId", "PaymentId"];

    public static void Apply(CoopDb db, ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().ToList())
        {
            var type = entity.ClrType;
            if (type.GetCustomAttribute<SeenThroughAttribute>() is { } through)
            {
                Call(db, model, nameof(CoopDb.GuardThrough), [type, through.Table], through.Key);
            }
            else if (entity.FindProperty(CoopDb.Owner) is { } owner)
            {
                Call(db, model, owner.IsNullable ? nameof(CoopDb.GuardMaybeOwned) : nameof(CoopDb.GuardOwned), [type]);
            }
            else if (LinkOf(entity) is { } link)
            {
                Call(db, model, nameof(CoopDb.GuardLinked), [type, link.PrincipalEntityType.ClrType], link.Properties[0].Name);
            }
            else if (type.GetCustomAttribute<SeenByAllAttribute>() is null)
            {
                Call(db, model, nameof(CoopDb.GuardHidden), [type]);
            }
        }
    }

    private static IReadOnlyForeignKey? LinkOf(IReadOnlyEntityType entity) =>
        (entity.ClrType.GetCustomAttribute<HangsOnAttribute>() is { } named ? [named.Key] : Links)
        .Select(name => entity.GetForeignKeys().FirstOrDefault(key => key.Properties is [var one] && one.Name == name))
        .FirstOrDefault(key => key is not null);

    private static void Call(CoopDb db, ModelBuilder model, string guard, Type[] types, params object[] arguments) =>
        typeof(CoopDb).GetMethod(guard, BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(types).Invoke(db, [model, .. arguments]);
}
