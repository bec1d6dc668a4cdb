using System.Text.Json;
using CoopReach.Access;
using CoopReach.Data;

namespace CoopReach.Office.Drafts;

/// <summary>A draft as a page finds it again.</summary>
public sealed record Kept<T>(T Form, DateTimeOffset SavedAt);

/// <summary>
/// Keeps what is typed into forms, so that a line that drops, a phone that sleeps or a service that restarts loses none of it.
/// Never give it a password, a PIN or a national ID.
/// </summary>
public sealed class Drafts(Store store, TimeProvider clock)
{
    private const string Find = "select text, saved_at from drafts where user_id = $1 and place = $2";

    private const string Keep = """
        insert into drafts (user_id, place, text, saved_at) values ($1, $2, $3, $4)
        on conflict (user_id, place) do update set text = excluded.text, saved_at = excluded.saved_at
        """;

    private const string Drop = "delete from drafts where user_id = $1 and place = $2";

    private const string DropOld = "delete from drafts where saved_at < $1";

    private static readonly TimeSpan Oldest = TimeSpan.FromDays(30);

    /// <summary>Null where nothing is kept, or what is kept is of a form that looks otherwise by now.</summary>
    public async Task<Kept<T>?> FindAsync<T>(Seat seat, string place, CancellationToken cancel)
        where T : class
    {
        await using var reading = await store.ReadAsync(cancel);
        var (text, at) = await reading.Db.FirstAsync(Find, row => (row.Text(0), row.Time(1)), seat.UserId, place);
        return text is null || Read<T>(text) is not { } form ? null : new Kept<T>(form, at);
    }

    /// <returns>When it was written down.</returns>
    public async Task<DateTimeOffset> KeepAsync(Seat seat, string place, string text, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await store.CommitAsync(
            async db =>
            {
                await db.ExecuteAsync(DropOld, now - Oldest);
                await db.ExecuteAsync(Keep, seat.UserId, place, text, now);
            },
            cancel);
        return now;
    }

    public Task DropAsync(Seat seat, string place, CancellationToken cancel) =>
        store.CommitAsync(async db => await db.ExecuteAsync(Drop, seat.UserId, place), cancel);

    private static T? Read<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
