using CoopReach.Data;
using CoopReach.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoopReach.Registry;

/// <summary>A column that points to somebody.</summary>
/// <param name="Keys">For each key the column is part of, the other columns: two rows that agree in them cannot both point to one.</param>
/// <param name="WrittenOnce">The row can never be changed; it goes on pointing where it did.</param>
public sealed record Link(string Table, string Column, IReadOnlyList<IReadOnlyList<string>> Keys, bool WrittenOnce);

/// <summary>
/// What in all the database points to a person or a membership, read from the description of the tables: a table that a room
/// adds later is merged, erased and held against an undo without anybody remembering to say so.
/// </summary>
public sealed class Links
{
    public Links(Func<CoopDb> open)
    {
        using var db = open();
        (ToPerson, ToMembership) = (To<Person>(db), To<Membership>(db));
    }

    public IReadOnlyList<Link> ToPerson { get; }

    public IReadOnlyList<Link> ToMembership { get; }

    private static IReadOnlyList<Link> To<T>(CoopDb db) =>
    [
        .. from entity in db.Model.GetEntityTypes()
           from key in entity.GetForeignKeys()
           where key.PrincipalEntityType.ClrType == typeof(T) && key.Properties.Count == 1
           orderby entity.GetTableName(), key.Properties[0].Name
           select new Link(
               entity.GetTableName()!, key.Properties[0].GetColumnName(), KeysWith(entity, key.Properties[0]), entity.ClrType.IsSubclassOf(typeof(ChainedRow))),
    ];

    private static IReadOnlyList<IReadOnlyList<string>> KeysWith(IEntityType entity, IProperty column) =>
    [
        .. entity.GetKeys().Select(key => key.Properties)
            .Concat(entity.GetIndexes().Where(index => index.IsUnique).Select(index => index.Properties))
            .Where(columns => columns.Contains(column))
            .Select(columns => columns.Where(other => other != column).Select(other => other.GetColumnName()).ToList()),
    ];
}
