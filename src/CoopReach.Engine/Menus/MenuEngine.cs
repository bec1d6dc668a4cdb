using System.Collections.Immutable;
using System.Globalization;
using CoopReach.Engine.Phrases;

namespace CoopReach.Engine.Menus;

/// <summary>
/// Leads somebody through a book: a place and an answer give a <see cref="Move"/>. Pure: the same place and answer give
/// the same move, nothing is remembered between calls, and whatever must happen outside is asked for as a <see cref="Call"/>.
/// </summary>
public sealed class MenuEngine(MenuBook book)
{
    /// <summary>Wrong answers in a row that end a session.</summary>
    public const int MostStrikes = 3;

    /// <summary>The longest answer that is listened to, in characters.</summary>
    public const int LongestAnswer = 40;

    private const string Continue = "continue";
    private const string Restart = "restart";
    private static readonly Value WrongChoice = Value.Phrase("common.wrong-choice");

    private readonly Typesetter _typesetter = new(book);

    public MenuBook Book => book;

    /// <summary>The first screen of a session.</summary>
    public Move Start(Place place) => Enter(place, "start");

    /// <summary>The same in the middle of one: nothing of what was said or seen is left.</summary>
    public Move StartAgain(Place place) => Start(new Place
    {
        Language = place.Language,
        Limit = place.Limit,
        Facts = new Dictionary<string, Value> { ["ussd"] = place.Facts["ussd"] },
    });

    /// <summary>
    /// The first screen of a session whose caller was cut off: continue or start again. What stood behind the PIN
    /// waits behind it again, and only for the same account.
    /// </summary>
    public Turn Offer(Place dropped)
    {
        var waits = dropped.Pending is null
            ? dropped with { Pending = dropped.Screen, PendingDepth = dropped.Path.Length - 1, Gated = dropped.SignedIn }
            : dropped;

        return Stand(waits with { SignedIn = false, Because = null, Path = waits.Path[..waits.PendingDepth] }, "resume");
    }

    /// <summary>Goes on from the present screen with what was typed there.</summary>
    public Move Answer(Place place, string typed)
    {
        var screen = book[place.Screen!];
        var input = Typed.Digits(typed);

        return input switch
        {
            "0" when place.Page > 0 => Leaf(place, place.Page - 1),
            "0" when place.Behind > 0 && !screen.TakesZero => Return(place, place.Path.Length - 1),
            "00" when place.Behind > 0 => Return(place, place.First + 1),
            "99" when _typesetter.HasMore(place) => Leaf(place, place.Page + 1),
            _ when !screen.Choices.IsEmpty => Choose(place, screen, input),
            _ when screen.List is not null => Pick(place, screen, input),
            _ when screen.Secret => new Call(place, screen, input),
            _ when screen.Ask is not null => Hear(place, screen, typed.Trim()),
            _ => Wrong(place),
        };
    }

    /// <summary>Goes on with what an action answered. An outcome the screen does not name is a bug, and throws.</summary>
    public Move Resolve(Call call, Outcome outcome)
    {
        var target = call.Screen.Then.TryGetValue(outcome.Name, out var name)
            ? name
            : throw new InvalidOperationException($"Screen {call.Screen.Name}: '{call.Action}' answered '{outcome.Name}', which leads nowhere.");

        var place = call.Place with
        {
            Facts = call.Place.Facts.With(outcome.Facts),
            Lists = call.Place.Lists.With(outcome.Lists),
            Language = outcome.Speak ?? call.Place.Language,
            SignedIn = (call.Place.SignedIn || outcome.SignsIn) && !outcome.SignsOut,
            Because = outcome.Because,
        };

        return outcome.Because is not null && target == place.Screen ? Strike(place) : Enter(place, target);
    }

    /// <summary>The present screen again, for a repeated or late question.</summary>
    public Turn Show(Place place)
    {
        var screen = book[place.Screen!];
        return new Turn(place, _typesetter.Page(place), screen.Ends);
    }

    /// <summary>On to a screen that no answer leads to, for a reason the host knows.</summary>
    public Turn GoTo(Place place, string screen) => Stand(place, screen);

    /// <summary>Ends the session with one of the <c>system.</c> screens.</summary>
    public Turn Stop(Place place, string systemScreen) => Stand(place with { Because = null, Path = [] }, systemScreen);

    /// <summary>What the screen of this place says, without its keys; null where this book has no such screen.</summary>
    public string? Words(Place place) => place.Screen is { } name && book.Screens.ContainsKey(name) ? _typesetter.Words(place) : null;

    /// <summary>Whether what is typed at this place is a PIN and must not be seen by anyone.</summary>
    public bool HidesAnswer(Place place) => place.Screen is { } name && book.Screens.TryGetValue(name, out var screen) && screen.Secret;

    /// <summary>Whether anything may be typed at this place, not only a number shown on it.</summary>
    public bool AsksFreely(Place place) => place.Screen is { } name && book.Screens.TryGetValue(name, out var screen)
        && screen.Ask is not null && screen.Choices.IsEmpty;

    /// <summary>Whether five digits typed at this place are an answer to be read later, and not a PIN by mistake.</summary>
    public bool KeepsDigits(Place place) => AsksFreely(place) && book[place.Screen!].KeepsDigits;

    private Move Enter(Place place, string name)
    {
        switch (name)
        {
            case Continue:
                return GoOn(place);
            case Restart:
                return StartAgain(place);
            case "start":
                place = place with { Path = [], Pending = null };
                break;
        }

        var screen = book[name];
        if (screen.RequiresPin && !place.SignedIn)
        {
            return Enter(place with { Pending = name, PendingDepth = place.Path.Length, Gated = true }, "gate");
        }

        return screen.Show is null ? new Call(place, screen, null) : Stand(place, name);
    }

    /// <summary>On to what waited, through the PIN when it must be given first.</summary>
    private Move GoOn(Place place)
    {
        var pending = place.Pending ?? throw new InvalidOperationException($"Nothing waits behind screen {place.Screen}.");
        if (place.Gated && !place.SignedIn)
        {
            return Enter(place, "gate");
        }

        return Enter(place with { Path = place.Path[..place.PendingDepth], Pending = null, Gated = false }, pending);
    }

    private Turn Stand(Place place, string name)
    {
        var known = place.Path.IndexOf(name, place.First);
        return Stand(place, known < 0 ? place.Path.Add(name) : place.Path[..(known + 1)]);
    }

    /// <summary>Nothing waits any more once somebody stands at or before the screen he asked for it on.</summary>
    private Turn Stand(Place place, ImmutableArray<string> path) => Show(place with
    {
        Path = path,
        Page = 0,
        Strikes = 0,
        Pending = place.PendingDepth >= path.Length ? null : place.Pending,
    });

    private Turn Return(Place place, int depth) => Stand(Clear(place), place.Path[..depth]);

    /// <summary>The reason stays: it stands on the first page, and without it the rows would fall on other pages.</summary>
    private Turn Leaf(Place place, int page) => Show(place with { Page = page, Strikes = 0 });

    private Move Choose(Place place, Screen screen, string input)
    {
        foreach (var choice in screen.Choices)
        {
            if (choice.Digits == input)
            {
                return choice.Go is not null ? Enter(Clear(place), choice.Go) : Follow(place, screen, choice.Take!);
            }
        }

        return Wrong(place);
    }

    private Move Pick(Place place, Screen screen, string input)
    {
        var rows = place.Lists.GetValueOrDefault(screen.List!, []);
        var isRow = int.TryParse(input, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= rows.Length;

        return screen.LeadsOn && isRow ? Follow(place, screen, rows[number - 1].Key) : Wrong(place);
    }

    private Move Hear(Place place, Screen screen, string text) =>
        text.Length is > 0 and <= LongestAnswer ? Follow(place, screen, text) : Wrong(place);

    private Move Follow(Place place, Screen screen, string answer)
    {
        place = Clear(place) with { Answers = place.Answers.With(screen.Ask ?? screen.List!, answer) };
        return screen.Run is not null ? new Call(place, screen, null) : Enter(place, screen.Go!);
    }

    private Turn Wrong(Place place) => Strike(place with { Because = WrongChoice });

    private Turn Strike(Place place) => place.Strikes + 1 >= MostStrikes
        ? Stop(place, "system.strikes")
        : Show(place with { Strikes = place.Strikes + 1, Page = 0 });

    private static Place Clear(Place place) => place with { Because = null };
}
