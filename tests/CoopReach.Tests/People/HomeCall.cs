using CoopReach.Tests.Conversations;

namespace CoopReach.Tests.People;

/// <summary>
/// One session at a time on a phone of the home, in the hands of anybody who lives there. What may be seen is worked out
/// beside the product, from the PINs that were typed.
/// </summary>
internal sealed class HomeCall(SharedHome home, TestPhone phone, string number, int place)
{
    private const string LastScreen = """
        select s.screen, s.ends from conversation_steps s join conversations c on c.id = s.conversation_id
        where c.session_id = $1 order by s.hop desc limit 1
        """;

    private readonly List<string> _typed = [];
    private int _sessions;
    private bool _ended = true;
    private string _screen = "";
    private string _text = "";
    private string _proposed = "";
    private Housemate _holder = home.All[0];
    private Housemate? _signedIn;
    private Housemate? _codeOf;

    private Dice Dice => home.Dice;

    private string Session => $"home-{Dice.Seed}-{place}-{_sessions}";

    public HashSet<string> Seen { get; } = [];

    public async Task StepAsync()
    {
        var input = _ended || _typed.Count > 40 || Dice.Percent(4) ? null : new HomeAnswers(home, _holder, _codeOf, _proposed).To(_screen, _text);
        if (input is null)
        {
            _typed.Clear();
            (_sessions, _holder, _signedIn) = (_sessions + 1, Dice.Of(home.All), null);
        }
        else
        {
            _typed.Add(input);
        }

        var wasShut = input is not null && _signedIn is { IsLocked: true };
        var (before, asked) = input is null ? ("", "") : (_screen, _text);
        _text = await phone.PostAsync(Session, string.Join('*', _typed));
        (_screen, _ended) = await home.Database.ReadAsync(db => db.FirstAsync(LastScreen, row => (row.Text(0), row.Flag(1)), Session));
        Expect(before, asked, input ?? "");
        if (wasShut)
        {
            Require(_screen == "gate.locked", "a session went on after its account was shut");
            _signedIn = null;
        }

        Look();
    }

    private void Expect(string before, string asked, string input)
    {
        switch (before)
        {
            case "resume" when input == "2":
                _signedIn = null;
                break;
            case "gate.pin" or "loans.sign" when input.Length == 5:
                Require(before == "gate.pin" || _signedIn is not null, "a signature was asked of nobody");
                Tried(before, before == "gate.pin" ? home.Of(asked) : _signedIn!, input);
                break;
            case "safety.code":
                _codeOf = home.All.FirstOrDefault(mate => mate.Accounts.Contains(input));
                break;
            case "safety.code.enter" when _screen == "safety.pin":
                Require(_codeOf?.Code == input, "a code opened that the office did not give");
                _signedIn = null;
                break;
            case "settings.pin" or "safety.pin":
                _proposed = input;
                break;
        }

        Changed(asked, input);
    }

    private void Tried(string before, Housemate mate, string pin)
    {
        if (mate.IsLocked)
        {
            Require(_screen == "gate.locked", "a locked PIN was heard");
        }
        else if (mate.Pin == pin)
        {
            (mate.Failures, _signedIn) = (0, mate);
            Require(_screen != "gate.locked" && _screen != before, "the right PIN of an open account was refused");
        }
        else
        {
            mate.Failures++;
            Require(mate.IsLocked ? _screen == "gate.locked" : _screen == before || _screen == "system.strikes", "a wrong PIN was not refused");
        }
    }

    private void Changed(string asked, string input)
    {
        switch (_screen)
        {
            case "safety.block.done":
                (home.Of(asked).Failures, home.Of(asked).Code) = (3, null);
                break;
            case "settings.pin.done":
                Require(!_signedIn!.IsLocked, "a locked account was opened without the office");
                (_signedIn!.Pin, _signedIn.Failures) = (input, 0);
                break;
            case "safety.pin.done":
                (_codeOf!.Pin, _codeOf.Failures, _codeOf.Code) = (input, 0, null);
                break;
        }
    }

    private void Look()
    {
        Require(_signedIn is not null || !home.BehindThePin.Contains(_screen), $"the screen {_screen} was shown before a PIN");
        foreach (var mate in home.All)
        {
            var mark = mate.SeenOn(_text);
            Require(mark is null || mate == _signedIn, $"{mark} of {mate.Accounts[0]} was shown to {_signedIn?.Accounts[0] ?? "somebody without a PIN"}");
            Seen.UnionWith(mark is null ? [] : [mate.Accounts[0]]);
        }

        Seen.Add(_screen);
    }

    private void Require(bool holds, string otherwise) =>
        Assert.True(holds, $"Seed {Dice.Seed}: {otherwise}. {number}, {Session}, typed '{string.Join('*', _typed)}': {_text}");
}
