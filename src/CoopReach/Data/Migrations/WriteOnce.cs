using Microsoft.EntityFrameworkCore.Migrations;

namespace CoopReach.Data.Migrations;

/// <summary>
/// The database itself refuses to change what is written once. Called at the end of the first migration, and again by
/// any migration that rebuilds one of these tables (SQLite drops a table's triggers with it).
/// </summary>
internal static class WriteOnce
{
    public static IReadOnlyList<string> Tables { get; } =
    [
        "prices", "purchase_orders", "order_deductions", "order_events", "collector_days", "payment_batches", "batch_approvals", "payments",
        "payment_lines", "payment_events", "payment_allocations", "ledger_entries", "disputes", "dispute_events", "issued_statements",
        "audit_log", "access_events",
    ];

    public static void RefuseChanges(this MigrationBuilder migration)
    {
        if (migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            migration.RefuseChangesInSqlite();
        }
        else
        {
            migration.RefuseChangesInPostgreSql();
        }

        migration.RefuseBentReversals();
    }

    /// <summary>The third trigger is for INSERT OR REPLACE, which deletes without asking the second.</summary>
    private static void RefuseChangesInSqlite(this MigrationBuilder migration)
    {
        foreach (var table in Tables)
        {
            migration.Sql($"drop trigger if exists {table}_update");
            migration.Sql($"drop trigger if exists {table}_delete");
            migration.Sql($"drop trigger if exists {table}_replace");
            migration.Sql($"create trigger {table}_update before update on {table} begin select raise(abort, '{table} is written once'); end");
            migration.Sql($"create trigger {table}_delete before delete on {table} begin select raise(abort, '{table} is written once'); end");
            migration.Sql(
                $"create trigger {table}_replace before insert on {table} when exists (select 1 from {table} where id = new.id) "
                    + $"begin select raise(abort, '{table} is written once'); end");
        }
    }

    private static void RefuseChangesInPostgreSql(this MigrationBuilder migration)
    {
        migration.Sql(
            "create or replace function refuse_change() returns trigger language plpgsql as "
                + "$$ begin raise exception '% is written once', tg_table_name; end $$");
        foreach (var table in Tables)
        {
            migration.Sql($"drop trigger if exists {table}_is_written_once on {table}");
            migration.Sql(
                $"create trigger {table}_is_written_once before update or delete or truncate on {table} "
                    + "for each statement execute function refuse_change()");
        }
    }
}
