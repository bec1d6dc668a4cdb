using System.Diagnostics;
using System.Globalization;
using CoopReach.Access;
using CoopReach.Cooperatives;
using CoopReach.Data.Migrations;
using CoopReach.Engine;
using CoopReach.Office.Grids;
using CoopReach.Registry;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Bench;

/// <summary>
/// The list of members as the office shows it, a page and the count, among a million members: of one cooperative for its
/// secretary, and of the whole country for an inspector.
/// </summary>
internal static class OfficeLists
{
    private const int Rounds = 7;
    private const double Bar = 300;

    private static readonly (string Name, string Query)[] Questions =
    [
        ("first page", ""),
        ("far page", "?page=20000"),
        ("two names", "?q=alice+uwase"),
        ("two names, the other order", "?q=Uwase+Alice"),
        ("phone", "?q=0788+512+345"),
        ("end of a phone", "?q=512345"),
        ("number", "?q=513345"),
        ("village", "?q=gihanga"),
        ("sorted by village", "?sort=village"),
        ("sorted by name, downwards", "?sort=-name"),
        ("who left", "?state=left"),
    ];

    /// <summary>Thousand pairs of names, spread as the numbers are.</summary>
    private const string Names = """
        update people set
            family_name = json_extract('["Uwase","Uwimana","Mukamana","Habimana","Niyonzima","Bizimana","Mugisha","Ndayisaba","Hakizimana","Nsengiyumva","Ingabire","Mutesi","Kayitesi","Umutoni","Iradukunda","Tuyisenge","Nshimiyimana","Uwineza","Mukeshimana","Twagirayezu"]', '$[' || (id % 20) || ']'),
            given_names = json_extract('["Alice","Claudine","Jean","Eric","Grace","Innocent","Marie","Pascal","Diane","Emmanuel","Josiane","Patrick","Chantal","Olivier","Solange","Theogene","Vestine","Xavier","Yvonne","Zacharie","Aline","Bosco","Clementine","Daniel","Esperance","Felicien","Gaudence","Honore","Immaculee","Jeannette","Koffi","Liliane","Modeste","Nadine","Odette","Placide","Rose","Samuel","Theoneste","Umulisa","Valens","Winifride","Alphonse","Beata","Cyprien","Donatha","Edouard","Francine","Gerard","Hyacinthe"]', '$[' || (id / 20 % 50) || ']'),
            village_code = (select v.code from villages v where v.place = people.id % (select count(*) from villages))
        """;

    public static async Task<int> RunAsync(string folder, long members)
    {
        var file = await MakeAsync(folder, members);
        await using var services = BulkBook.Open(file);
        var reader = new Reader(services.GetRequiredService<Func<Data.CoopDb>>());
        var worst = 0.0;
        foreach (var (who, seat, list) in ((string, Seat, ListOf<MemberRow>)[])[("secretary", SeatOf(Role.Secretary, 1), MemberList.Own), ("inspector", SeatOf(Role.Inspector, null), MemberList.OfSeveral)])
        {
            foreach (var (name, query) in Questions)
            {
                var (took, count) = await MedianAsync(reader, list, seat, GridQuery.Parse(query));
                worst = Math.Max(worst, took);
                Say($"{who}, {name}: {took:F0} ms ({count} found)");
            }
        }

        Say($"MEMBERS worst {worst:F0} ms of a page with its count among {members} (bar {Bar:F0})");
        return worst <= Bar ? 0 : 1;
    }

    private static async Task<(double Milliseconds, int Count)> MedianAsync(Reader reader, ListOf<MemberRow> list, Seat seat, GridQuery query)
    {
        var (took, count) = (new List<double>(), 0);
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            count = (await reader.PageAsync(list, seat, query, CancellationToken.None)).Count;
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return (took.Order().ElementAt(Rounds / 2), count);
    }

    private static async Task<string> MakeAsync(string folder, long members)
    {
        var file = Path.Combine(folder, $"office-{members}.db");
        if (File.Exists($"{file}.done"))
        {
            return file;
        }

        var watch = Stopwatch.StartNew();
        await BulkBook.MakeAsync(file, members, members, hasBook: false);
        await using (var db = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await db.OpenAsync();
            await NameAsync(db);
        }

        await File.WriteAllTextAsync($"{file}.done", "");
        Say($"made a list of {members} members in {watch.Elapsed.TotalSeconds:F0} s, {new FileInfo(file).Length >> 20} MB");
        return file;
    }

    private static async Task NameAsync(SqliteConnection db)
    {
        var villages = Divisions.All.Where(one => one.Level == "village").Select((one, place) => $"({place}, '{one.Code}')");
        string[] fill =
        [
            "pragma synchronous = off; pragma cache_size = -500000; pragma temp_store = memory; begin",
            $"create temp table villages (place integer primary key, code text); insert into villages values {string.Join(", ", villages)}",
            Names,
            "update people set search_name = upper(min(family_name, given_names) || ' ' || max(family_name, given_names))",
            "update memberships set ended_on = '2025-01-31', exit_reason = 'left' where id % 10 = 0",
            .. WordsOfMembers.Fill(isSqlite: true, "is not null"),
            "commit; analyze",
        ];
        foreach (var sql in fill)
        {
            await using var command = db.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static Seat SeatOf(Role role, long? cooperative) =>
        new(1, "bench@rca.demo", "Bench", role, cooperative, cooperative is null ? "" : null, "", Language.English);

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
