using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine.Phrases;

namespace CoopReach.Registry;

/// <summary>A portrait of a member who agreed to one.</summary>
public sealed class KeepPhoto(Store store, TimeProvider clock)
{
    internal const int MostBytes = 300_000;

    private const string Put = """
        insert into person_photos (person_id, picture, media_type, taken_at)
        select $1, $2, $3, $4 where exists (select 1 from consents where person_id = $1 and purpose = 'photo' and withdrawn_at is null)
        on conflict (person_id) do update set picture = excluded.picture, media_type = excluded.media_type, taken_at = excluded.taken_at
        """;

    /// <exception cref="RefusedException">No JPEG or PNG, above 300 kB, or no agreement.</exception>
    public Task RunAsync(Staff by, long personId, byte[] picture, CancellationToken cancel)
    {
        var type = TypeOf(picture);
        return store.CommitAsync(
            async db =>
            {
                var subject = await by.SubjectAsync(db, personId);
                if (await db.ExecuteAsync(Put, personId, picture, type, clock.GetUtcNow()) == 0)
                {
                    throw RefusedException.Because("registry.refused.photo-consent");
                }

                await by.NoteAsync(db, clock.GetUtcNow(), "photo.keep", subject);
            },
            cancel);
    }

    /// <summary>By how it begins, whatever its name says.</summary>
    internal static string TypeOf(byte[] picture) => picture switch
    {
        { Length: > MostBytes } => throw RefusedException.Because("registry.refused.photo-size", "most", Value.Number(MostBytes / 1_000)),
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        _ => throw RefusedException.Because("registry.refused.photo-kind"),
    };
}
