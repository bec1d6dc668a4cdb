using CoopReach.Audit;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Outbox;

namespace CoopReach.Broadcasts;

/// <summary>When somebody wants an announcement to leave, as they typed it.</summary>
public static class SendingTime
{
    /// <summary>Null for as soon as it may.</summary>
    /// <exception cref="RefusedException">It is no time, is past, or people sleep then.</exception>
    public static DateTimeOffset? Read(BroadcastForm form, QuietHours quiet, DateTimeOffset now)
    {
        if (!form.IsLater)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(form.Day, "yyyy-MM-dd", out var day) || !TimeOnly.TryParseExact(form.Time, ["HH:mm", "HH:mm:ss"], out var time))
        {
            throw RefusedException.Because("broadcasts.refused.no-time");
        }

        var at = new DateTimeOffset(day.ToDateTime(time), Kigali.Offset).ToUniversalTime();
        if (at < now)
        {
            throw RefusedException.Because("broadcasts.refused.past");
        }

        return quiet.Include(at)
            ? throw RefusedException.Because("broadcasts.refused.quiet", ("from", Value.Time(quiet.From)), ("until", Value.Time(quiet.Until)))
            : at;
    }
}
