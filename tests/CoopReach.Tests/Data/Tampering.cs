using System.Data.Common;
using CoopReach.Data.Migrations;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CoopReach.Tests.Data;

/// <summary>Somebody who owns the database: no trigger and no foreign key stands in the way.</summary>
internal static class Tampering
{
    public static async Task RunAsync(TestDatabase database, params string[] statements)
    {
        await using var connection = Open(database);
        await connection.OpenAsync();
        foreach (var sql in Unlock(database.Provider).Concat(statements))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static DbConnection Open(TestDatabase database) => database.Provider == Provider.Sqlite
        ? new SqliteConnection(database.ConnectionString)
        : new NpgsqlConnection(database.ConnectionString);

    private static IEnumerable<string> Unlock(Provider provider) => provider == Provider.Sqlite
        ? WriteOnce.Tables
            .SelectMany(table => new[] { "update", "delete", "replace" }, (table, action) => $"drop trigger {table}_{action}")
            .Prepend("pragma foreign_keys = 0")
        : ["set session_replication_role = replica"];
}
