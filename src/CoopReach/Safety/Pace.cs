using CoopReach.Data;

namespace CoopReach.Safety;

/// <summary>How many wrong tries a phone, and a membership from all phones, has in a day before nothing is right any more.</summary>
internal static class Pace
{
    private const int MostOfPhone = 5;
    private const int MostOfMembership = 9;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private const string Tried = """
        select (select count(*) from code_tries where phone_number = $1 and at > $3),
            (select count(*) from code_tries where membership_id = $2 and at > $3)
        """;

    private const string Note = "insert into code_tries (phone_number, membership_id, at) values ($1, $2, $3)";

    // Whoever came this far has chosen a language, and with it has a row.
    private const string Take = "update phones set number = number where number = $1";

    /// <summary>Of tries from one phone at once each is counted after those before have committed; only in the transaction that notes it.</summary>
    public static ValueTask<int> WaitTurnAsync(Statements db, string phone) => db.ExecuteAsync(Take, phone);

    public static async ValueTask<bool> IsOverAsync(Statements db, string phone, long? membershipId, DateTimeOffset now)
    {
        var (ofPhone, ofMembership) = await db.FirstAsync(Tried, row => (row.Number(0), row.Number(1)), phone, membershipId ?? 0, now - Day);
        return ofPhone >= MostOfPhone || ofMembership >= MostOfMembership;
    }

    public static ValueTask<int> NoteAsync(Statements db, string phone, long? membershipId, DateTimeOffset now) =>
        db.ExecuteAsync(Note, phone, membershipId, now);
}
