using System.Security.Cryptography;
using System.Text;
using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Booklets;

/// <summary>
/// Finds the paper that a code belongs to. Every code is looked for as all it could be, so that what is missing takes the work of
/// what is there; the short code of an order is compared in the same time wherever it differs.
/// </summary>
public static class Papers
{
    private const int Longest = 64;

    private const string OrderSql = """
        select c.code, c.name, c.seat_sector, c.seat_district, o.number, m.number, o.delivered_at, o.product, o.net_grams, o.unit_price,
            o.gross_amount, o.deducted, o.net_amount, o.paid_before + (select cast(coalesce(sum(a.amount), 0) as bigint) from payment_allocations a where a.order_id = o.id),
            o.reverses_id is not null, exists (select 1 from purchase_orders r where r.reverses_id = o.id),
            coalesce((select e.kind from order_events e where e.order_id = o.id and e.kind in ('contested', 'withdrawn', 'settled') order by e.seq desc limit 1), ''),
            coalesce((select e.kind from order_events e where e.order_id = o.id and e.kind in ('held', 'approved') order by e.seq desc limit 1), ''), o.code
        from cooperatives c join stations s on s.cooperative_id = c.id join purchase_orders o on o.station_id = s.id and o.number = $2
        join memberships m on m.id = o.membership_id where c.code = $1
        """;

    private const string StatementSql = """
        select c.code, c.name, c.seat_sector, c.seat_district, m.number, i.from_day, i.to_day, i.issued_at, i.owed_before, i.earned, i.paid, i.owed, i.contested,
            i.membership_id, i.content_hash
        from issued_statements i join memberships m on m.id = i.membership_id join cooperatives c on c.id = i.cooperative_id where i.code = $1
        """;

    private const string CertificateSql = """
        select code, name, seat_sector, seat_district, id, certificate, case when status = 'registered' then certificate_kind else status end, registered_on, last_report_on
        from cooperatives where replace(replace(certificate, '/', ''), '-', '') = $1
        """;

    /// <param name="typed">As it is on the paper, or as somebody typed it.</param>
    public static async ValueTask<Paper?> FindAsync(Statements db, string typed)
    {
        var plain = PaperCode.Plain(typed.Length <= Longest ? typed : "");
        var order = await FindOrderAsync(db, OrderPaper.Parse(plain) ?? new("", 0, ""));
        var statement = await FindStatementAsync(db, PaperCode.Is(plain) ? plain : "");
        var certificate = await db.FirstAsync(CertificateSql, ReadCertificate, plain);

        return (Paper?)statement ?? (Paper?)order ?? certificate;
    }

    private static async ValueTask<OrderFound?> FindOrderAsync(Statements db, OrderPaper paper)
    {
        var code = Encoding.ASCII.GetBytes(paper.Code);
        var found = await db.AllAsync(
            OrderSql, row => (Order: ReadOrder(row), IsIt: CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(row.Text(18)), code)), paper.Cooperative, paper.Number);

        return found.Find(candidate => candidate.IsIt).Order;
    }

    private static async ValueTask<StatementFound?> FindStatementAsync(Statements db, string code)
    {
        if (await db.FirstAsync(StatementSql, row => new Issued(ReadStatement(row), row.Number(13), row.Text(14)), code) is not { } issued)
        {
            return null;
        }

        var now = await StatementRows.ReadAsync(db, issued.MembershipId, issued.Statement.Period);
        return issued.Statement with { IsUnchanged = now is not null && StatementContent.HashOf(now) == issued.ContentHash };
    }

    private static OrderFound ReadOrder(ResultRow row)
    {
        var (net, paid) = (row.Number(12), row.Number(13));
        var standing = OrderPaper.StandingOf(isReversal: row.Flag(14), isReversed: row.Flag(15), row.Text(16), row.Text(17), net, paid);

        return new(
            row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Number(4), EndOf(row.Text(5)), Kigali.Date(row.Time(6)),
            row.Text(7), row.Number(8), row.Number(9), row.Number(10), row.Number(11), net, paid, standing);
    }

    private static StatementFound ReadStatement(ResultRow row) => new(
        row.Text(0), row.Text(1), row.Text(2), row.Text(3), EndOf(row.Text(4)), new(row.Date(5), row.Date(6)), Kigali.Date(row.Time(7)),
        row.Number(8), row.Number(9), row.Number(10), row.Number(11), row.Number(12), IsUnchanged: false);

    private static CertificateFound ReadCertificate(ResultRow row) => new(
        row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Number(4), row.Text(5), row.Text(6), row.Date(7), row.DateOrNull(8));

    /// <summary>Enough for who holds the card to know it as theirs, and for nobody else.</summary>
    private static string EndOf(string number) => number.Length > 2 ? number[^2..] : "";

    private sealed record Issued(StatementFound Statement, long MembershipId, string ContentHash);
}
