using CoopReach.Data;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Collecting;

/// <summary>Somebody who weighs at a station or keeps its store, and whether the day there is open.</summary>
internal sealed record Collector(
    long PersonId, long CooperativeId, long StationId, string Station, string Number, bool IsOpen, bool IsClosed, string Role)
{
    public const string Storekeeper = "storekeeper";

    private const string Columns = """
        a.person_id, a.cooperative_id, a.station_id, s.name, m.number,
            exists (select 1 from collector_days d where d.station_id = a.station_id and d.collector_id = a.person_id and d.day = $2 and d.kind = 'opened'),
            exists (select 1 from collector_days d where d.station_id = a.station_id and d.collector_id = a.person_id and d.day = $2 and d.kind = 'closed'),
            a.role
        from collector_assignments a
        join stations s on s.id = a.station_id
        join memberships m on m.person_id = a.person_id and m.cooperative_id = a.cooperative_id and m.ended_on is null
        """;

    private const string Assigned = "a.started_on <= $2 and (a.ended_on is null or a.ended_on >= $2)";

    private const string OfPhone = $"""
        select {Columns} join person_phones f on f.person_id = a.person_id where f.phone_number = $1 and {Assigned} order by a.role, a.id
        """;

    private const string OfMembership = $"select {Columns} where m.id = $1 and {Assigned} order by a.role, a.id";

    public static readonly string[] Gives = ["collector", "actor", "point", "point-name", "point-coop"];

    public bool KeepsStore => Role == Storekeeper;

    public string Actor => $"{Role}:{Number}";

    /// <summary>Collectors first.</summary>
    public static ValueTask<List<Collector>> OfPhoneAsync(Statements db, string phone, DateOnly day) => db.AllAsync(OfPhone, Read, phone, day);

    /// <summary>All that the person behind the PIN does, collecting first.</summary>
    public static ValueTask<List<Collector>> OfMembershipAsync(Statements db, long membership, DateOnly day) => db.AllAsync(OfMembership, Read, membership, day);

    /// <summary>Kept for the screens that follow; they never ask the caller who he is.</summary>
    public Outcome Tell(Outcome outcome) => outcome
        .With("collector", Value.Number(PersonId))
        .With("actor", Actor)
        .With("point", Value.Number(StationId))
        .With("point-name", Station)
        .With("point-coop", Value.Number(CooperativeId));

    private static Collector Read(ResultRow row) => new(
        row.Number(0), row.Number(1), row.Number(2), row.Text(3), row.Text(4), row.Flag(5), row.Flag(6), row.Text(7));
}
