using CoopReach.Data;
using CoopReach.Engine.Phrases;

namespace CoopReach.Office;

/// <summary>Whoever did something, as people say it: who works in the office by name, a member or collector by number and by what they were then.</summary>
internal static class ActorName
{
    private const string OfLogin = "select name from users where login = $1";

    /// <summary>By name, where it is somebody of the office.</summary>
    /// <inheritdoc cref="Of"/>
    public static async ValueTask<Value> OfAsync(Statements db, string actor) =>
        actor.Split(':') is ["staff" or "officer", var login] && await db.FirstAsync(OfLogin, row => row.Text(0), login) is { } name ? name : Of(actor);

    /// <summary>A login stays as it is.</summary>
    /// <param name="actor">As a row keeps it: staff:secretary, collector:0150.</param>
    public static Value Of(string actor) => actor.Split(':') is [var kind and ("member" or "collector" or "storekeeper"), var number]
        ? Value.Phrase($"office.orders.actor.{kind}", ("number", number))
        : actor[(actor.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
