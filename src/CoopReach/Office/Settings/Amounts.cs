using CoopReach.Engine.Phrases;

namespace CoopReach.Office.Settings;

/// <summary>Values of settings as people say them.</summary>
internal static class Amounts
{
    public static Value NotSet { get; } = Value.Phrase("office.settings.not-set");

    public static Value IsSet { get; } = Value.Phrase("office.settings.set");

    public static Value Days(long days) => Value.Phrase("office.settings.days", ("days", Value.Number(days)));

    public static Value Time(TimeSpan time) => time switch
    {
        { Ticks: 0 } => Value.Phrase("office.settings.never"),
        { TotalDays: >= 2 } => Days((long)time.TotalDays),
        { TotalMinutes: >= 120 } => Value.Phrase("office.settings.hours", ("hours", Value.Number((long)time.TotalHours))),
        { TotalMinutes: >= 1 } => Value.Phrase("office.settings.minutes", ("minutes", Value.Number((long)time.TotalMinutes))),
        _ => Value.Phrase("office.settings.seconds", ("seconds", Value.Number((long)time.TotalSeconds))),
    };
}
