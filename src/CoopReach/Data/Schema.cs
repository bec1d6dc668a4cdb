using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CoopReach.Data;

/// <summary>
/// Whether a database has all migrations of this build, asked in plain SQL: asking through EF builds its model of all
/// tables, half a second of every start at which there is nothing to migrate.
/// </summary>
/// <param name="context">Whose migrations: each provider has its own.</param>
public sealed class Schema(Type context, Store store)
{
    /// <summary>By name, the oldest first.</summary>
    public IReadOnlyList<string> Migrations { get; } =
    [
        .. from type in context.Assembly.GetTypes()
           where type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context
           select type.GetCustomAttribute<MigrationAttribute>()!.Id into name
           orderby name
           select name,
    ];

    /// <summary>False too when there is no database, or it cannot be asked: whoever migrates finds out why.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancel)
    {
        try
        {
            await using var reading = await store.ReadAsync(cancel);
            var applied = await reading.Db.AllAsync("select \"MigrationId\" from \"__EFMigrationsHistory\"", row => row.Text(0));
            return Migrations.All(applied.Contains);
        }
        catch (DbException)
        {
            return false;
        }
    }
}
