using CoopReach.Engine;
using CoopReach.Engine.Phrases;

namespace CoopReach.Office;

/// <summary>When something was, as a record says it: day, year and minute in Rwanda.</summary>
internal static class Moment
{
    public static Value Of(DateTimeOffset at) =>
        Value.Phrase("office.moment.at", ("day", Value.Date(Kigali.Date(at))), ("time", Value.Time(Kigali.Time(at))));

    /// <summary>Of what is never long ago: without the year.</summary>
    public static Value? Short(DateTimeOffset? at) => at is { } moment
        ? Value.Phrase("office.moment.at", ("day", Value.Day(Kigali.Date(moment))), ("time", Value.Time(Kigali.Time(moment))))
        : null;
}
