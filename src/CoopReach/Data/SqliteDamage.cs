namespace CoopReach.Data;

/// <summary>
/// Whether a SQLite file is what SQLite wrote: pages, indexes and rows agree, and every value is of the kind its column
/// says. SQLite itself lets a column hold anything, and then reads a number as a text without a word.
/// </summary>
internal static class SqliteDamage
{
    private const string Columns = "select name, type from pragma_table_info($1)";

    /// <summary>A sentence for each fault; at most a hundred of them about pages and indexes.</summary>
    public static async ValueTask<IReadOnlyList<string>> FindAsync(Statements db, IEnumerable<string> tables)
    {
        var faults = await db.AllAsync("pragma integrity_check", row => row.Text(0));
        faults.Remove("ok");
        foreach (var table in tables)
        {
            foreach (var (column, kind) in await db.AllAsync(Columns, row => (row.Text(0), KindOf(row.Text(1))), table))
            {
                if (kind is null)
                {
                    faults.Add($"{table}.{column} is declared as no column of ours is: the schema was changed.");
                    continue;
                }

                var wrong = await db.FirstAsync($"select count(*) from {table} where typeof({column}) not in ('{kind}', 'null')", row => row.Number(0));
                if (wrong > 0)
                {
                    faults.Add($"{table}.{column} holds what is no {kind} ({wrong} rows).");
                }
            }
        }

        return faults;
    }

    private static string? KindOf(string declared) => declared switch
    {
        "INTEGER" => "integer",
        "TEXT" => "text",
        "BLOB" => "blob",
        _ => null,
    };
}
