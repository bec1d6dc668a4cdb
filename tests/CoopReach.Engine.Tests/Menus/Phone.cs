using System.Collections.Immutable;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Engine.Tests.Menus;

/// <summary>Somebody walking through a book: types, and has actions answered as the test says.</summary>
internal sealed class Phone(MenuBook book, Func<Call, Outcome> act, Language language = Language.English)
{
    private readonly MenuEngine _engine = new(book);

    public Turn Turn { get; private set; } = null!;

    public Place Place => Turn.Place;

    public string Text => Turn.Text;

    /// <summary>The screens behind and the present one.</summary>
    public string Way => string.Join(" > ", Place.Path);

    public string? Screen => Place.Screen;

    public MenuEngine Engine => _engine;

    /// <summary>The actions run so far, in order.</summary>
    public List<string> Ran { get; } = [];

    public Phone Dials(int limit = 160)
    {
        var facts = ImmutableDictionary<string, Value>.Empty.Add("ussd", "*384#");
        return Settle(_engine.Start(new Place { Language = language, Limit = limit, Facts = facts }));
    }

    /// <summary>As if the way here had been walked already.</summary>
    public Phone Stands(Place place)
    {
        Turn = _engine.Show(place);
        return this;
    }

    public Phone Types(params string[] inputs)
    {
        foreach (var input in inputs)
        {
            Settle(_engine.Answer(Place, input));
        }

        return this;
    }

    /// <summary>The line drops, and the same phone dials again.</summary>
    public Phone Drops()
    {
        Turn = _engine.Offer(Place);
        return this;
    }

    private Phone Settle(Move move)
    {
        while (move is Call call)
        {
            Ran.Add(call.Action);
            move = _engine.Resolve(call, act(call));
        }

        Turn = (Turn)move;
        return this;
    }
}
