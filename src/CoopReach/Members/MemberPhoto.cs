using CoopReach.Data;

namespace CoopReach.Members;

/// <summary>The portrait of a member who still agrees to it.</summary>
public sealed record MemberPhoto(byte[] Picture, string MediaType)
{
    private const string Sql = """
        select f.picture, f.media_type from person_photos f where f.person_id = $1
            and exists (select 1 from consents k where k.person_id = f.person_id and k.purpose = 'photo' and k.withdrawn_at is null)
        """;

    public static ValueTask<MemberPhoto?> OfAsync(Statements db, MemberCard card) => db.FirstAsync(Sql, row => new MemberPhoto(row.Bytes(0), row.Text(1)), card.PersonId);
}
