using CoopReach.Engine;
using CoopReach.Engine.Phrases;

namespace CoopReach.Office;

/// <summary>When something was, as a record says it: day, year and minute in Rwanda.</summary>
internal static class Moment
{
    public static Value Of(DateTimeOffset at) =>
        Value.Phrase("office.moment.at", ("day", Value.Date(Kigali.Date(at))), ("time", Value.Time(Kigali.Time(at))));

    public static Value? Of(DateTimeOffset? at) => at is { } moment ? Of(moment) : null;
}
