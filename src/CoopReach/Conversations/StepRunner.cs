using System.Collections.Immutable;
using CoopReach.Data;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using Microsoft.Extensions.Options;

namespace CoopReach.Conversations;

/// <summary>
/// Leads one callback through the engine and its actions to the next screen. Several inputs at once (a dialled string, or a
/// session this node never saw) are heard one by one, up to but never through an action that changes something.
/// </summary>
public sealed class StepRunner(Books books, Actions actions, IOptions<ConversationSettings> settings, TimeProvider clock)
{
    // A book that passed its check cannot run in a circle; this is for the one that slipped through.
    private const int MostMoves = 32;

    private readonly ConversationSettings _settings = settings.Value;

    public Place NewPlace(Inbound inbound) => new()
    {
        Limit = _settings.LimitOf(inbound.Network),
        Facts = ImmutableDictionary<string, Value>.Empty.Add("ussd", _settings.ServiceCode),
    };

    internal async ValueTask<Heard> HearAsync(Kept? kept, Step step, Attempt attempt, Statements db)
    {
        var inbound = attempt.Inbound;
        var engine = kept is null ? books.Today : await books.FindAsync(kept.Book, db);
        var inputs = inbound.Inputs.Skip(kept?.Hop ?? 0).ToList();
        if (kept is null)
        {
            inputs.Insert(0, "");
        }

        var walk = new Walk(engine, actions, step, attempt) { MayChange = inputs.Count == 1 };
        var turn = kept is null
            ? await walk.ArriveAsync(NewPlace(inbound), await DroppedAsync(step, inbound, db))
            : engine.Show(PlaceJson.Read(kept.State));

        foreach (var input in inputs.Skip(kept is null ? 1 : 0))
        {
            turn = await walk.HearAsync(turn, input);
        }

        var milliseconds = (int)clock.GetElapsedTime(attempt.StartedAt).TotalMilliseconds;
        return new Heard(inbound, kept?.Book ?? books.Version, turn, walk.Masked, (turn.Text), kept?.Version ?? 0, step.Now, milliseconds);
    }

    private async ValueTask<Place?> DroppedAsync(Step step, Inbound inbound, Statements db)
    {
        if (inbound.Hop > 0 || _settings.ResumeWithin <= TimeSpan.Zero)
        {
            return null;
        }

        var dropped = await KeptPlaces.FindDroppedAsync(db, inbound.Phone, step.Now, _settings.ResumeWithin);
        return dropped?.Book == books.Version ? PlaceJson.Read(dropped.State) : null;
    }
}
