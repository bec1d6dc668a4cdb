using CoopReach.Cooperatives;
using CoopReach.Data;

namespace CoopReach.Demo;

/// <summary>The cooperatives of the demo: a coffee and a maize cooperative, and the union above both.</summary>
internal static class DemoCooperatives
{
    /// <summary>Null when they are there already: somebody has seeded before, or is doing it on another node.</summary>
    public static async ValueTask<long?> InsertUnionAsync(Statements db, DemoCalendar calendar)
    {
        var id = await InsertAsync(db, Union(calendar));
        return id == 0 ? null : id;
    }

    public static ValueTask<long> InsertCoffeeAsync(Statements db, DemoCalendar calendar, long union) => InsertAsync(db, Coffee(calendar, union));

    public static ValueTask<long> InsertMaizeAsync(Statements db, DemoCalendar calendar, long union) => InsertAsync(db, Maize(calendar, union));

    public static ValueTask<long> InsertStationAsync(Statements db, long cooperative, string name, long firstNumber) =>
        db.FirstAsync(
            "insert into stations (cooperative_id, name, first_number) values ($1, $2, $3) returning id",
            row => row.Number(0),
            cooperative,
            name,
            firstNumber);

    private static Cooperative Union(DemoCalendar calendar) => new()
    {
        Code = "UCN",
        Name = "Union of Cooperatives Nyungwe",
        SearchName = "UNION OF COOPERATIVES NYUNGWE",
        Level = "union",
        Certificate = "RCA/0031/2017",
        CertificateKind = "definitive",
        RegisteredOn = new DateOnly(2017, 3, 9),
        Status = "registered",
        SeatCode = "2503",
        SeatSector = "Gasaka",
        SeatDistrict = "Nyamagabe",
        LastReportOn = calendar.Day(75),
        LeadersTermEndsOn = calendar.Day(-200),
        HelpPhone = "+250788000090",
    };

    private static Cooperative Coffee(DemoCalendar calendar, long union) => new()
    {
        Code = "TWZ",
        Name = "Twitezimbere Coffee Cooperative",
        SearchName = "TWITEZIMBERE COFFEE COOPERATIVE",
        Level = "primary",
        ParentId = union,
        Certificate = "RCA/0412/2014",
        CertificateKind = "definitive",
        RegisteredOn = new DateOnly(2014, 5, 12),
        Status = "registered",
        SeatCode = "2503",
        SeatSector = "Gasaka",
        SeatDistrict = "Nyamagabe",
        LastReportOn = calendar.Day(60),
        LeadersTermEndsOn = calendar.Day(-420),
        HelpPhone = "+250788000100",
        PaymentTermDays = 7,
    };

    private static Cooperative Maize(DemoCalendar calendar, long union) => new()
    {
        Code = "ABH",
        Name = "Abahizi Maize Growers",
        SearchName = "ABAHIZI MAIZE GROWERS",
        Level = "primary",
        ParentId = union,
        Certificate = $"RCA/P/0087/{calendar.Day(200).Year}",
        CertificateKind = "provisional",
        RegisteredOn = calendar.Day(200),
        Status = "registered",
        SeatCode = "2303",
        SeatSector = "Kibeho",
        SeatDistrict = "Nyaruguru",
        LeadersTermEndsOn = calendar.Day(-530),
        HelpPhone = "+250788000200",
        PaymentTermDays = 15,
    };

    private static ValueTask<long> InsertAsync(Statements db, Cooperative cooperative) =>
        db.FirstAsync(
            """
            insert into cooperatives (code, name, search_name, level, parent_id, certificate, certificate_kind, registered_on, status,
                seat_code, seat_sector, seat_district, last_report_on, leaders_term_ends_on, help_phone, payment_term_days)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            on conflict do nothing returning id
            """,
            row => row.Number(0),
            cooperative.Code,
            cooperative.Name,
            cooperative.SearchName,
            cooperative.Level,
            cooperative.ParentId,
            cooperative.Certificate,
            cooperative.CertificateKind,
            cooperative.RegisteredOn,
            cooperative.Status,
            cooperative.SeatCode,
            cooperative.SeatSector,
            cooperative.SeatDistrict,
            cooperative.LastReportOn,
            cooperative.LeadersTermEndsOn,
            cooperative.HelpPhone,
            cooperative.PaymentTermDays);
}
