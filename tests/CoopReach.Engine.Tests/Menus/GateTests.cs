using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Engine.Tests.Menus;

/// <summary>The PIN: asked once a session, in front of what is a member's own, and kept nowhere.</summary>
public sealed class GateTests
{
    private const string Pin = "40718";

    private readonly Phone _phone = Village.Phone().Dials();

    [Fact]
    public void First_whose_account_then_the_pin_then_what_was_asked_for()
    {
        Assert.Equal("Whose?\n1 Account A\n2 Account B\n0 Back", _phone.Types("2").Text);
        Assert.Equal("PIN:\n0 Back 00 Home", _phone.Types("2").Text);
        Assert.Equal("Due: 84,500 Frw\n1 Read\n0 Back", _phone.Types(Pin).Text);
        Assert.Equal(["arrive", "who", "pick", "check", "money"], _phone.Ran);
    }

    [Fact]
    public void With_one_account_only_the_pin_is_asked() =>
        Assert.Equal("PIN:\n0 Back", Village.Phone(accounts: 1).Dials().Types("2").Text);

    [Fact]
    public void The_pin_is_asked_once_a_session()
    {
        _phone.Types("2", "1", Pin, "0", "2");

        Assert.Equal("money.show", _phone.Screen);
        Assert.Single(_phone.Ran, "check");
        Assert.Equal("new-pin", _phone.Types("0", "6").Screen);
    }

    [Fact]
    public void Nothing_private_runs_before_the_pin() => Assert.DoesNotContain("money", _phone.Types("2", "1", "00000", "00000").Ran);

    [Fact]
    public void Back_from_the_pin_is_where_one_came_from()
    {
        Assert.Equal("gate.whose", _phone.Types("2", "1", "0").Screen);
        Assert.Equal("home", _phone.Types("0").Screen);
        Assert.Null(_phone.Place.Pending);
        Assert.Equal("home", Village.Phone(accounts: 1).Dials().Types("2", "0").Screen);
    }

    [Fact]
    public void The_gate_is_not_on_the_way_back()
    {
        Assert.Equal("home > money.show", _phone.Types("2", "1", Pin).Way);
        Assert.Equal("home", _phone.Types("0").Screen);
    }

    [Fact]
    public void A_wrong_pin_is_asked_again_with_the_reason()
    {
        Assert.Equal("Wrong PIN, left: 2\nPIN:\n0 Back 00 Home", _phone.Types("2", "1", "11111").Text);
        Assert.Equal("money.show", _phone.Types(Pin).Screen);
    }

    [Fact]
    public void Three_wrong_pins_end_the_session() => Assert.Equal("Three times.", _phone.Types("2", "1", "1", "2", "3").Text);

    [Fact]
    public void A_locked_pin_ends_the_session() => Assert.True(_phone.Types("2", "1", "99999").Turn.Ends);

    [Fact]
    public void A_refused_secret_of_a_screen_behind_the_pin_is_asked_again_there() =>
        Assert.Equal("Too easy.\nNew PIN:\n0 Back", _phone.Types("6", "1", Pin, "12345").Text);

    [Fact]
    public void What_waited_is_forgotten_by_whoever_leaves_the_gate_for_another_screen()
    {
        var phone = Village.Phone(accounts: 3).Dials().Types("5", "2", "00", "2", "3", "1");
        Assert.Equal("help", phone.Screen);

        Assert.Equal("Help.", phone.Types("0", "0", "0", "5").Text.Split('\n')[0]);
        Assert.Null(phone.Place.Pending);
    }

    [Fact]
    public void Only_the_pin_is_hidden_and_only_open_questions_hear_everything()
    {
        var engine = _phone.Engine;
        Assert.False(engine.HidesAnswer(_phone.Place));
        Assert.True(engine.HidesAnswer(_phone.Types("2", "1").Place));
        Assert.True(engine.AsksFreely(_phone.Types("00", "3").Place));
        Assert.False(engine.AsksFreely(_phone.Types("0", "4").Place));
        Assert.False(engine.HidesAnswer(new Place()) || engine.AsksFreely(new Place()));
    }

    [Fact]
    public void A_secret_goes_to_the_action_and_stays_in_no_place()
    {
        var heard = Assert.IsType<Call>(_phone.Engine.Answer(_phone.Types("2", "1").Place, $" {Pin}# "));

        Assert.Equal(Pin, heard.Secret);
        Assert.DoesNotContain(Pin, Words(heard.Place));
        foreach (var place in new[] { _phone.Types("12345").Place, _phone.Types(Pin).Place, _phone.Types("0", "6", "12345").Place, _phone.Types("54321").Place })
        {
            Assert.DoesNotContain(Words(place), word => word is Pin or "12345" or "54321");
        }
    }

    /// <summary>Every word a place keeps, wherever it keeps it.</summary>
    private static IEnumerable<string> Words(Place place) =>
    [
        .. place.Path, .. place.Answers.Keys, .. place.Answers.Values, .. place.Facts.SelectMany(fact => Words(fact.Value).Append(fact.Key)),
        .. place.Lists.Values.SelectMany(rows => rows).SelectMany(row => row.Values.Values.SelectMany(Words).Append(row.Key)),
        .. place.Because is { } reason ? Words(reason) : [], place.Pending ?? "",
    ];

    private static IEnumerable<string> Words(Value value) =>
        value.With.Values.SelectMany(Words).Append(value.Text).Append(value.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
