using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using Microsoft.Extensions.Options;

namespace CoopReach.Conversations;

/// <summary>Finds where a caller stands and walks on from there with what is new in this callback.</summary>
public sealed class StepRunner(Books books, Actions actions, IAccountLocks locks, IOptions<ConversationSettings> settings)
{
    private readonly ConversationSettings _settings = settings.Value;

    /// <summary>Where everybody begins: nothing known but the code to dial and what the network can show.</summary>
    private Place NewPlace(Inbound inbound) => new()
    {
        Limit = _settings.LimitOf(inbound.Network),
        Facts = new Dictionary<string, Value> { ["ussd"] = _settings.ServiceCode },
    };

    /// <summary>One of the <c>system.</c> screens as a last answer, for a caller who stands nowhere yet.</summary>
    public Reply Say(Inbound inbound, Language language, string systemScreen) =>
        new(books.Today.Stop(NewPlace(inbound) with { Language = language }, systemScreen).Text, Ends: true);

    internal async ValueTask<Heard> HearAsync(Kept? kept, Step step, Attempt attempt, CancellationToken cancel)
    {
        var inbound = attempt.Inbound;
        var engine = kept is null ? books.Today : await books.FindAsync(kept.Book, step.Db);
        var inputs = inbound.Inputs.Skip(kept?.Hop ?? 0).ToList();

        // Only the one answer to a screen somebody has in front of him may change something.
        var walk = new Walk(engine, actions, locks, step, attempt, mayChange: kept is not null && inputs.Count == 1);
        var turn = kept is null
            ? await walk.ArriveAsync(NewPlace(inbound), await DroppedAsync(step, inbound), cancel)
            : new Turn(kept.Place, kept.Reply, Ends: false);

        foreach (var input in inputs)
        {
            turn = await walk.HearAsync(turn, input, cancel);
        }

        var state = turn.Ends ? PlaceJson.Empty : PlaceJson.Write(turn.Place);
        return new Heard(inbound, kept, kept?.Book ?? books.Version, turn, walk.Masked, state, step.Now);
    }

    /// <summary>What this phone was cut off from a moment ago; a dialled string says where it wants to go, so it is not asked.</summary>
    private async ValueTask<Place?> DroppedAsync(Step step, Inbound inbound)
    {
        if (inbound.Hop > 0 || _settings.ResumeWithin <= TimeSpan.Zero)
        {
            return null;
        }

        var dropped = await KeptPlaces.FindDroppedAsync(step.Db, inbound.Phone, step.Now, _settings.ResumeWithin);
        var place = dropped?.Book == books.Version ? dropped.Place : null;

        return place is { Path.Length: > 1 } ? place : null;
    }
}
