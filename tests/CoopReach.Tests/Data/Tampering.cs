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
        await using var connection = await OpenAsync(database);
        await RunAsync(connection, statements);
    }

    /// <summary>A connection on which everything may be changed.</summary>
    public static async Task<DbConnection> OpenAsync(TestDatabase database)
    {
        DbConnection connection = database.Provider == Provider.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await RunAsync(connection, Unlock(database.Provider));

        return connection;
    }

    private static async Task RunAsync(DbConnection connection, IEnumerable<string> statements)
    {
        foreach (var sql in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static IEnumerable<string> Unlock(Provider provider) => provider == Provider.Sqlite
        ? WriteOnce.Tables
            .SelectMany(table => new[] { "update", "delete", "replace" }, (table, action) => $"drop trigger {table}_{action}")
            .Prepend("pragma foreign_keys = 0")
        : ["set session_replication_role = replica"];
}
