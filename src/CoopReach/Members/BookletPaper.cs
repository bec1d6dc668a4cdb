using CoopReach.Booklets;
using CoopReach.Data;

namespace CoopReach.Members;

/// <summary>A statement that was handed out.</summary>
/// <param name="Code">As it is printed.</param>
/// <param name="IssuedBy">The name of whoever asked for it; the login where there is none any more.</param>
public sealed record BookletPaper(string Code, Period Period, long Owed, DateTimeOffset IssuedAt, string IssuedBy)
{
    private const string Sql = """
        select i.code, i.from_day, i.to_day, i.owed, i.issued_at, coalesce(u.name, i.issued_by)
        from issued_statements i left join users u on 'staff:' || u.login = i.issued_by where i.membership_id = $1 order by i.issued_at desc, i.id desc limit 100
        """;

    public static async Task<IReadOnlyList<BookletPaper>> OfAsync(Statements db, long membershipId) => await db.AllAsync(
        Sql,
        row => new BookletPaper(PaperCode.Written(row.Text(0)), new(row.Date(1), row.Date(2)), row.Number(3), row.Time(4), row.Text(5)),
        membershipId);
}
