using System.Globalization;
using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Collecting;

/// <summary>A limit as it is typed in the office.</summary>
public sealed class LimitForm
{
    /// <summary>1.5 or 1,5: hundredths of the weight on the scale.</summary>
    public string Percent { get; set; } = "";

    /// <summary>The first day, 2026-05-15.</summary>
    public string From { get; set; } = "";

    /// <summary>The decision it stands in.</summary>
    public string Authority { get; set; } = "";
}

/// <summary>
/// Writes down what the cooperative decided may be lost between the scale and the store, at all its stations. Days that
/// were weighed already keep the limit they were weighed under.
/// </summary>
public sealed class SetShrinkageLimit(Store store, TimeProvider clock)
{
    /// <summary>Thousandths; more than a fifth is no loss on a road.</summary>
    private const long Most = 200;

    private const string Insert = "insert into shrinkage_limits (cooperative_id, permille, authority, starts_on) values ($1, $2, $3, $4)";

    /// <returns>The day it holds from.</returns>
    /// <exception cref="RefusedException">It is no limit, has no decision, or would begin before tomorrow.</exception>
    public async Task<DateOnly> RunAsync(Seat by, LimitForm form, CancellationToken cancel)
    {
        by.Must(Permission.ChangeSettings);
        var (staff, now) = (by.Staff ?? throw RefusedException.Because("access.refused.no-right"), clock.GetUtcNow());
        var permille = Percent.Parse(form.Percent) is { } typed and >= 0 and <= Most ? typed : throw RefusedException.Because("office.days.refused.limit", "most", Percent.Of(Most));
        RefusedException.Unless(DateOnly.TryParseExact(form.From, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) && from > Kigali.Date(now), "office.days.refused.day");
        RefusedException.Unless(form.Authority.Trim().Length > 0, "office.days.refused.authority");
        await store.CommitAsync(
            async db =>
            {
                await db.ExecuteAsync(Insert, staff.CooperativeId, permille, form.Authority.Trim(), from);
                await staff.NoteAsync(db, now, "limit.set", "limits", $"{permille} permille from {from:O}");
            },
            cancel);
        return from;
    }
}
