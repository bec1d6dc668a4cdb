using CoopReach.Data;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.People;

/// <summary>A membership that can be reached from a phone, as the PIN screens name it.</summary>
internal sealed record Account(long MembershipId, string FamilyName, string GivenNames, string Cooperative, string Number, bool HasPin)
{
    private const string Columns = """
        m.id, p.family_name, p.given_names, c.code, m.number, exists (select 1 from pin_credentials k where k.person_id = p.id)
        from memberships m join people p on p.id = m.person_id join cooperatives c on c.id = m.cooperative_id
        """;

    private const string OfPhone = $"""
        select {Columns} join person_phones o on o.person_id = p.id
        where o.phone_number = $1 and m.ended_on is null order by c.id desc, m.number
        """;

    private const string ById = $"select {Columns} where m.id = $1 and m.ended_on is null";

    public static ValueTask<List<Account>> OfPhoneAsync(Statements db, string phone) => db.AllAsync(OfPhone, Read, phone);

    public static ValueTask<Account?> FindAsync(Statements db, long membershipId) => db.FirstAsync(ById, Read, membershipId);

    /// <summary>Never the name: whoever holds the phone reads this before any PIN.</summary>
    public Value Short => $"{Cooperative} {Number}";

    public Row ToRow() => new($"{MembershipId}", new Dictionary<string, Value> { ["name"] = $"{FamilyName} {GivenNames}", ["account"] = Short });

    /// <summary>On to the PIN of this account.</summary>
    public Outcome ToPin(string outcome) => new Outcome(HasPin ? outcome : "no-pin")
        .With("candidate", Value.Number(MembershipId)).With("account", Short);

    private static Account Read(ResultRow row) => new(row.Number(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Flag(5));
}
