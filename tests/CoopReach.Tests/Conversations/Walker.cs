using CoopReach.Conversations;
using CoopReach.Engine.Text;

namespace CoopReach.Tests.Conversations;

/// <summary>Somebody who dials and types what the screen offers, what it does not, and now and then a PIN.</summary>
internal sealed class Walker(Desk desk, string phone, IReadOnlyList<string> pins, Dice dice)
{
    private static readonly string[] Nonsense =
        ["", " ", "abc", "0", "00", "99", "12345", "4", "1.", " 2 ", "３", "#", "rca/0412/2014", "coop", "Ibigori n'ikawa", "é", "99999999999999999999",
         "%", "_", "😀", "ça va?", "-1", "1 2", new string('9', 200)];

    private readonly List<string> _typed = [];
    private int _sessions;
    private string _screen = "";

    public int Screens { get; private set; }

    public async Task WalkAsync(int steps, IReadOnlyCollection<string> apologies)
    {
        for (var step = 0; step < steps; step++)
        {
            Type();
            var reply = await desk.AnswerAsync(new Inbound("ussd", $"{phone}-{dice.Seed}-{_sessions}", phone, "63510", [.. _typed]), CancellationToken.None);
            AssertGood(reply, apologies);
            Screens++;
            _screen = reply.Ends || _typed.Count > 40 ? "" : reply.Text;
        }
    }

    private void Type()
    {
        if (_screen.Length == 0 || dice.Percent(2))
        {
            _sessions++;
            _typed.Clear();
            if (dice.Percent(10))
            {
                _typed.Add(dice.Of(["1", "2", "7", "9", "10"]));
                _typed.AddRange(Enumerable.Range(0, dice.Below(5)).Select(_ => dice.Percent(50) ? dice.Of(pins) : Answer()));
            }

            return;
        }

        _typed.Add(Answer());
    }

    private string Answer()
    {
        var offered = _screen.Split('\n').Select(line => line.Split(' ')[0]).Where(word => word.All(char.IsAsciiDigit)).ToList();
        return dice.Below(10) switch
        {
            0 => dice.Of(Nonsense),
            1 => dice.Of(pins),
            _ when _screen.Contains("PIN", StringComparison.Ordinal) && dice.Percent(60) => dice.Of(pins),
            _ => offered.Count > 0 ? dice.Of(offered) : "1",
        };
    }

    private void AssertGood(Reply reply, IReadOnlyCollection<string> apologies)
    {
        var where = $"Seed {dice.Seed}, {phone}, typed '{string.Join('*', _typed)}': {reply.Text}";
        Assert.False(string.IsNullOrWhiteSpace(reply.Text), where);
        Assert.DoesNotContain(apologies, apology => reply.Text.Contains(apology, StringComparison.Ordinal));
        Assert.True(Gsm7.Septets(reply.Text) is <= 160, $"{where} has {Gsm7.Septets(reply.Text)} septets");
        Assert.False(reply.Text.Contains("{{", StringComparison.Ordinal), where);
        Assert.True(reply.Ends || HasAWayOn(reply.Text), $"{where} leads nowhere");
    }

    /// <summary>A number to choose, a key of the last line, or a question.</summary>
    private static bool HasAWayOn(string screen) =>
        screen.Split('\n').Any(line => char.IsAsciiDigit(line[0])) || screen.Contains(':', StringComparison.Ordinal);
}
