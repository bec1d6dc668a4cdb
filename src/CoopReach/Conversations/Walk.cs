using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Conversations;

/// <summary>
/// One callback's way through the engine: inputs one by one, actions run in between. A dialled string or a replay is heard
/// up to, but never through, an action that changes something; what comes after that is not listened to.
/// </summary>
internal sealed class Walk(MenuEngine engine, Actions actions, IAccountLocks locks, Step step, Attempt attempt, bool mayChange)
{
    // A checked book cannot run in a circle; this is for the one that slipped through.
    private const int MostMoves = 32;
    private const string Hidden = "*****";

    private readonly List<string> _heard = [];
    private bool _stopped;

    /// <summary>What was typed, as the transcript keeps it: PINs, and digits that look like one, are hidden.</summary>
    public string Masked => string.Join('*', _heard);

    public async ValueTask<Turn> ArriveAsync(Place place, Place? dropped, CancellationToken cancel) =>
        dropped is null ? await SettleAsync(engine.Start(place), cancel) : engine.Offer(dropped with { Limit = place.Limit, Because = null });

    public async ValueTask<Turn> HearAsync(Turn turn, string input, CancellationToken cancel)
    {
        _heard.Add(Mask(turn.Place, input));
        return _stopped || turn.Ends ? turn
            : await IsShutAsync(turn.Place) ? await ShutAsync(turn.Place, cancel)
            : await SettleAsync(engine.Answer(turn.Place, input), cancel);
    }

    private async ValueTask<bool> IsShutAsync(Place place) =>
        place.SignedIn && await locks.IsLockedAsync(step.Db, place.Facts["membership"].Amount);

    /// <summary>The account was shut since its PIN was typed: all that was said is forgotten, and the answer is a new dial's.</summary>
    private async ValueTask<Turn> ShutAsync(Place place, CancellationToken cancel)
    {
        var home = await SettleAsync(engine.StartAgain(place), cancel);
        _stopped = true;

        return engine.GoTo(home.Place, "gate.locked");
    }

    private async ValueTask<Turn> SettleAsync(Move move, CancellationToken cancel)
    {
        for (var moves = 0; moves < MostMoves; moves++)
        {
            attempt.Language = move.Place.Language;
            if (move is Turn turn)
            {
                return turn;
            }

            var call = (Call)move;
            var action = actions[call.Action];
            if (action.Shape.Changes && !mayChange)
            {
                _stopped = true;
                return engine.Show(call.Place);
            }

            if (action.Shape.TakesTurn && !step.IsInside)
            {
                throw new TurnNeededException($"{call.Action} is heard inside its transaction.");
            }

            step.Enter(call, engine.Book.Phrases);
            var outcome = await action.RunAsync(step, cancel);

            // A refusal that is counted is one try, and a callback has one: what was dialled behind it is not listened to.
            _stopped |= outcome.Because is not null && step.Writes.Count > 0;
            move = engine.Resolve(call, outcome);
        }

        throw new InvalidOperationException($"The menus run in a circle at {move.Place.Screen}.");
    }

    private string Mask(Place place, string input)
    {
        var digits = Typed.Digits(input);
        var looksLikePin = digits.Length == 5 && digits.All(char.IsAsciiDigit) && !engine.KeepsDigits(place);
        return looksLikePin || engine.HidesAnswer(place) ? Hidden : Cut(input);
    }

    /// <summary>Never inside a character of two halves: half of one is no text, and PostgreSQL refuses it.</summary>
    private static string Cut(string input) => input.Length <= MenuEngine.LongestAnswer
        ? input
        : input[..(char.IsHighSurrogate(input[MenuEngine.LongestAnswer - 1]) ? MenuEngine.LongestAnswer - 1 : MenuEngine.LongestAnswer)];
}
