using System.Data.Common;
using System.Globalization;
using System.Text;
using CoopReach.Audit.Verification;
using CoopReach.Data;
using CoopReach.Data.Migrations;

namespace CoopReach.Tests.Data;

/// <summary>What the verifier says of a database, and what the database itself answers when it is asked for every protected row.</summary>
internal static class Verdict
{
    private static readonly string[] Tables = [.. WriteOnce.Tables, "chain_heads"];

    /// <summary>Null when nothing is found; a file that cannot be read is found too.</summary>
    public static async Task<string?> OfAsync(Store store)
    {
        try
        {
            if (await Chains.FindDamageAsync(store, CancellationToken.None) is { Count: > 0 } damage)
            {
                return $"damage: {damage[0]}";
            }

            return (await Chains.VerifyAsync(store, CancellationToken.None)).FirstOrDefault(chain => chain.Finding is not null)?.Finding?.ToString();
        }
        catch (DbException unreadable)
        {
            return $"error: {unreadable.Message}";
        }
    }

    /// <summary>Every value of every protected row with its kind, read row by row and through no index; null when it cannot be read.</summary>
    public static async Task<string?> ContentAsync(DbConnection connection)
    {
        var text = new StringBuilder();
        try
        {
            foreach (var table in Tables)
            {
                await AddAsync(connection, table, text);
            }
        }
        catch (DbException)
        {
            return null;
        }

        return text.ToString();
    }

    private static async Task AddAsync(DbConnection connection, string table, StringBuilder text)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = connection is Npgsql.NpgsqlConnection ? $"select * from {table} order by cooperative_id, {(table == "chain_heads" ? "chain" : "id")}" : $"select * from {table} not indexed";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            text.Append(table);
            for (var column = 0; column < reader.FieldCount; column++)
            {
                text.Append('|').Append(Spell(reader.GetValue(column)));
            }

            text.Append('\n');
        }
    }

    private static string Spell(object value) => value switch
    {
        byte[] bytes => $"b{Convert.ToHexString(bytes)}",
        DateTime time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        _ => $"{value.GetType().Name[0]}{Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };
}
