using CoopReach.Data;

namespace CoopReach.Safety;

/// <summary>No money leaves to this person until a moment, or until somebody releases it.</summary>
public sealed class PayoutHold
{
    public const string Blocked = "blocked";
    public const string PinForgotten = "pin-forgotten";
    public const string NewPin = "new-pin";
    public const string NewPhone = "new-phone";

    public static readonly TimeSpan Caution = TimeSpan.FromHours(48);

    public long Id { get; init; }

    public long PersonId { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Null: until it is released in person.</summary>
    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }
}

/// <summary>Writes and releases holds, inside the transaction of what causes them. Payouts ask for them in their own queries.</summary>
public static class PayoutHolds
{
    private const string Insert = "insert into payout_holds (person_id, reason, started_at, until) values ($1, $2, $3, $4)";

    private const string Release = """
        update payout_holds set released_at = $2 where person_id = $1 and released_at is null and reason in ('blocked', 'pin-forgotten')
        """;

    public static ValueTask<int> AddAsync(Statements db, long personId, string reason, DateTimeOffset now, DateTimeOffset? until) =>
        db.ExecuteAsync(Insert, personId, reason, now, until);

    /// <summary>Ends what waited for the member to come in person; the caution after a change stays.</summary>
    public static ValueTask<int> ReleaseAsync(Statements db, long personId, DateTimeOffset now) => db.ExecuteAsync(Release, personId, now);
}
