using Microsoft.EntityFrameworkCore.Migrations;

namespace CoopReach.Data.Migrations;

/// <summary>
/// The database itself refuses a reversal that is not the opposite of one order of the same member and station, a reversal
/// of a reversal, and a replacement of what still stands or was another member's.
/// </summary>
internal static class Reversals
{
    private const string Target = """
        exists (select 1 from purchase_orders t where t.id = new.reverses_id and t.reverses_id is null and t.cooperative_id = new.cooperative_id
            and t.membership_id = new.membership_id and t.station_id = new.station_id and t.product = new.product and t.unit_price = new.unit_price
            and t.gross_grams = -new.gross_grams and t.tare_grams = -new.tare_grams and t.net_grams = -new.net_grams
            and t.gross_amount = -new.gross_amount and t.deducted = -new.deducted and t.net_amount = -new.net_amount)
        """;

    private const string Replaced = """
        exists (select 1 from purchase_orders t join purchase_orders r on r.reverses_id = t.id where t.id = new.replaces_id
            and t.cooperative_id = new.cooperative_id and t.membership_id = new.membership_id and t.station_id = new.station_id)
        """;

    private const string Bent = $"(new.reverses_id is not null and not {Target}) or (new.replaces_id is not null and not {Replaced})";
    private const string Why = "a reversal is the opposite of one order of the same member and station";

    public static void RefuseBentReversals(this MigrationBuilder migration)
    {
        if (migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            migration.Sql("drop trigger if exists purchase_orders_reversal");
            migration.Sql($"create trigger purchase_orders_reversal before insert on purchase_orders when {Bent} begin select raise(abort, '{Why}'); end");
            return;
        }

        migration.Sql(
            $"create or replace function refuse_bent_reversal() returns trigger language plpgsql as $$ begin if {Bent} then raise exception '{Why}'; end if; return new; end $$");
        migration.Sql("drop trigger if exists purchase_orders_reversal on purchase_orders");
        migration.Sql("create trigger purchase_orders_reversal before insert on purchase_orders for each row execute function refuse_bent_reversal()");
    }
}
