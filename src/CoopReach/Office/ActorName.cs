using CoopReach.Engine.Phrases;

namespace CoopReach.Office;

/// <summary>Whoever did something, as people say it: a login as it is, a member or collector by number and by what they were then.</summary>
internal static class ActorName
{
    /// <param name="actor">As a row keeps it: staff:secretary, collector:0150.</param>
    public static Value Of(string actor) => actor.Split(':') is [var kind and ("member" or "collector" or "storekeeper"), var number]
        ? Value.Phrase($"office.orders.actor.{kind}", ("number", number))
        : actor[(actor.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
