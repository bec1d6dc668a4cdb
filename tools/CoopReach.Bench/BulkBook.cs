using CoopReach.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Bench;

/// <summary>
/// A SQLite book of any size in minutes: plain SQL past the chains, the indexes made at the end. Its rows are as long and
/// as spread as real ones; its hashes are zeros, so it cannot be verified.
/// </summary>
internal static class BulkBook
{
    private const long PerCooperative = 10_000;

    /// <summary>How many of the statements write cooperatives, stations, people, members and phones.</summary>
    private const int OfMembers = 6;

    /// <summary>Three orders a member, a season apart, so that rows of one member lie far from each other; two of them paid.</summary>
    private static readonly string[] Rows =
    [
        """
        insert into cooperatives (id, code, name, search_name, level, certificate, certificate_kind, registered_on, status, seat_code, seat_sector, seat_district, payment_term_days)
        select c, 'B' || c, 'Bench ' || c, 'BENCH ' || c, 'primary', 'RCA/B/' || c, 'definitive', '2020-01-01', 'registered', '1', 'Bench', 'Bench', 7 from coops
        """,
        "insert into stations (id, cooperative_id, name, first_number) select c, c, 'Station ' || c, 1 from coops",
        """
        insert into people (id, family_name, given_names, language, birth_year, search_name)
        select i, 'Uwimana', 'Marie Claire ' || i, 'rw', 1960 + i % 42, 'MARIE CLAIRE UWIMANA' from n
        """,
        """
        insert into memberships (id, cooperative_id, person_id, number, kind, joined_on)
        select i, 1 + (i - 1) / $each, i, printf('%04d', 1001 + (i - 1) % $each), 'primary', '2022-03-01' from n
        """,
        "insert into phones (number, language, first_seen_at) select '+25078' || printf('%07d', i), 'rw', 1700000000000000 from n",
        "insert into person_phones (person_id, phone_number, is_primary, relation) select i, '+25078' || printf('%07d', i), 1, 'self' from n",
        """
        insert into purchase_orders (id, cooperative_id, seq, prev_hash, hash, membership_id, station_id, number, code, product, grade, gross_grams, tare_grams,
            net_grams, unit_price, gross_amount, deducted, net_amount, delivered_at, due_on, origin, paid_before)
        select c * 1000000000 + s, c, s, zeroblob(32), zeroblob(32), i, c, s, 'B' || s, 'product.cherry-a', 'A', 41000 + i % 20000, 1000,
            40000 + i % 20000, 600, ((40000 + i % 20000) * 600 + 500) / 1000, 0, ((40000 + i % 20000) * 600 + 500) / 1000,
            1700000000000000 + s * 1000000, '2026-05-22', 'paper:' || c || ':' || s, 0
        from (select i, 1 + (i - 1) / $each as c, turn * $each + 1 + (i - 1) % $each as s from turns cross join n)
        """,
        """
        insert into payment_allocations (id, cooperative_id, seq, prev_hash, hash, order_id, amount, paid_at, method, reference)
        select id, cooperative_id, seq, prev_hash, hash, id, net_amount, delivered_at + 86400000000, 'momo', 'MP' || seq
        from purchase_orders where seq <= 2 * $each
        """,
        """
        insert into ledger_entries (id, cooperative_id, seq, prev_hash, hash, membership_id, debit, credit, amount, units, memo, at, order_id)
        select id, cooperative_id, seq, prev_hash, hash, membership_id, 'produce', 'payable', net_amount, 0, 'PO ' || number, delivered_at, id from purchase_orders
        """,
        """
        insert into ledger_entries (id, cooperative_id, seq, prev_hash, hash, membership_id, debit, credit, amount, units, memo, at, order_id)
        select id + 3 * $each, cooperative_id, seq + 3 * $each, prev_hash, hash, membership_id, 'payable', 'momo', net_amount, 0, 'MP' || seq, delivered_at, id
        from purchase_orders where seq <= 2 * $each
        """,
        """
        insert into ledger_entries (id, cooperative_id, seq, prev_hash, hash, membership_id, debit, credit, amount, units, memo, at)
        select c * 1000000000 + 6 * $each + place, c, 6 * $each + place, zeroblob(32), zeroblob(32), i, 'cash', 'shares', 5000, 1, 'Shares paid', 1700000000000000
        from (select i, 1 + (i - 1) / $each as c, 1 + (i - 1) % $each as place from n)
        """,
    ];

    public static ServiceProvider Open(string file) => new ServiceCollection()
        .AddDatabase(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:CoopReach", $"Data Source={file}")]).Build())
        .BuildServiceProvider();

    /// <param name="perCooperative">Members of one cooperative.</param>
    /// <param name="hasBook">Else there are only the members, with their phones.</param>
    public static async Task MakeAsync(string file, long members, long perCooperative = PerCooperative, bool hasBook = true)
    {
        File.Delete(file);
        await using (var services = Open(file))
        {
            await Database.MigrateAsync(services, CancellationToken.None);
        }

        // A connection that idles in the pool would keep the journal from being switched off for minutes.
        SqliteConnection.ClearAllPools();

        await using var db = new SqliteConnection($"Data Source={file};Pooling=False");
        await db.OpenAsync();
        var each = Math.Min(members, perCooperative);
        await RunAsync(db, "pragma foreign_keys = 0; pragma synchronous = off; pragma journal_mode = off; pragma cache_size = -500000; pragma temp_store = memory");
        await RunAsync(db, $"""
            create temp table n (i integer primary key); with recursive c(i) as (select 1 union all select i + 1 from c where i < {members}) insert into n select i from c;
            create temp table coops as select distinct 1 + (i - 1) / {each} as c from n;
            create temp table turns (turn integer); insert into turns values (0), (1), (2)
            """);
        var again = await TakeOffAsync(db);
        foreach (var sql in Rows.Take(hasBook ? Rows.Length : OfMembers).Concat(again))
        {
            await RunAsync(db, sql.Replace("$each", $"{each}", StringComparison.Ordinal));
        }

        await RunAsync(db, "analyze; pragma journal_mode = wal");
    }

    /// <summary>Drops triggers and indexes of the large tables; how to make the indexes again.</summary>
    private static async Task<List<string>> TakeOffAsync(SqliteConnection db)
    {
        var (drop, again) = (new List<string>(), new List<string>());
        await using var command = db.CreateCommand();
        command.CommandText = "select type, name, sql from sqlite_master where type in ('index', 'trigger') and sql is not null";
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                drop.Add($"drop {reader.GetString(0)} \"{reader.GetString(1)}\"");
                again.Add(reader.GetString(0) == "index" ? reader.GetString(2) : "select 1");
            }
        }

        foreach (var sql in drop)
        {
            await RunAsync(db, sql);
        }

        return again;
    }

    private static async Task RunAsync(SqliteConnection db, string sql)
    {
        await using var command = db.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
