using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Data;

/// <summary>What the tables of all rooms say in the same way.</summary>
internal static class TableMapping
{
    /// <summary>A rule the database holds. The name says the rule in a few words, after the table's.</summary>
    public static void Check<T>(this EntityTypeBuilder<T> builder, string name, string sql)
        where T : class =>
        builder.ToTable(table => table.HasCheckConstraint($"ck_{builder.Metadata.GetTableName()}_{name}", sql));

    /// <summary>The key and the place in the chain. The triggers that refuse changes are in the migrations.</summary>
    public static void IsWrittenOnce<T>(this EntityTypeBuilder<T> builder, ChainedTable<T> table)
        where T : ChainedRow
    {
        builder.ToTable(table.Name);
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.CooperativeId, row.Seq }).IsUnique();
    }
}
