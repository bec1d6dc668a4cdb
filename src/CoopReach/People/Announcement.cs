using CoopReach.Data;
using CoopReach.Outbox;

namespace CoopReach.People;

/// <summary>What a member must hear of, wherever they can be reached: a thief holds one phone, seldom all.</summary>
public static class Announcement
{
    private const string Phones = "select phone_number from person_phones where person_id = $1 order by phone_number";

    /// <summary>Queues one SMS to each phone of the person, once for each key.</summary>
    public static async ValueTask QueueAsync(Statements db, long personId, string key, string text, DateTimeOffset now)
    {
        var place = 0;
        foreach (var phone in await db.AllAsync(Phones, row => row.Text(0), personId))
        {
            place++;
            await OutboxQueue.QueueAsync(db, $"{key}:{place}", phone, text, "notice", now);
        }
    }
}
