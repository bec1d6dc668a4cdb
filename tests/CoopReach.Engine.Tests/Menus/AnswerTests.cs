using CoopReach.Engine.Menus;

namespace CoopReach.Engine.Tests.Menus;

/// <summary>The keys of every screen, the ways a number is typed, and what happens to wrong answers.</summary>
public sealed class AnswerTests
{
    private const string Home = "Home\n1 Names\n2 Money\n3 Find\n4 Language\n5 Help\n6 New PIN";

    private readonly Phone _phone = Village.Phone().Dials();

    [Fact]
    public void The_first_screen_has_no_way_back()
    {
        Assert.Equal(Home, _phone.Text);
        Assert.Equal("Wrong.\n" + Home, _phone.Types("0").Text);
        Assert.Equal("Wrong.\n" + Home, _phone.Types("00").Text);
    }

    [Fact]
    public void Zero_goes_one_screen_back()
    {
        Assert.Equal("Help.\n1 Names\n2 Help\n0 Back", _phone.Types("5").Text);
        Assert.Equal(Home, _phone.Types("0").Text);
    }

    [Fact]
    public void Home_is_offered_where_it_is_further_than_back_and_works_everywhere()
    {
        Assert.EndsWith("0 Back 00 Home", _phone.Types("5", "2").Text, StringComparison.Ordinal);
        Assert.Equal(Home, _phone.Types("00").Text);
        Assert.Equal(Home, _phone.Types("5", "00").Text);
    }

    [Fact]
    public void A_screen_come_to_again_is_not_twice_on_the_way_back()
    {
        Assert.Equal("name.show", _phone.Types("1", "2").Screen);
        Assert.Equal("names.list", _phone.Types("1").Screen);
        Assert.Equal("home", _phone.Types("0").Screen);
    }

    [Theory]
    [InlineData("5.")]
    [InlineData(" 5 ")]
    [InlineData("５")]
    [InlineData("5#")]
    [InlineData(" ５. ")]
    public void A_number_is_heard_however_it_is_typed(string typed) => Assert.Equal("help", _phone.Types(typed).Screen);

    [Theory]
    [InlineData("0.")]
    [InlineData("００")]
    [InlineData(" 0#")]
    public void So_are_the_keys_that_lead_back(string typed) => Assert.Equal("home", _phone.Types("5", typed).Screen);

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("55")]
    [InlineData("-5")]
    [InlineData("five")]
    [InlineData("99")]
    public void A_wrong_answer_is_asked_again_with_the_reason(string typed)
    {
        Assert.Equal("Wrong.\n" + Home, _phone.Types(typed).Text);
        Assert.False(_phone.Turn.Ends);
        Assert.Equal("Help.\n1 Names\n2 Help\n0 Back", _phone.Types("5").Text);
    }

    [Fact]
    public void The_third_wrong_answer_in_a_row_ends_the_session()
    {
        Assert.False(_phone.Types("8", "8").Turn.Ends);
        Assert.True(_phone.Types("8").Turn.Ends);
        Assert.Equal("Three times.", _phone.Text);
    }

    [Fact]
    public void A_right_answer_forgives_the_wrong_ones_before_it()
    {
        Assert.Equal("home", _phone.Types("8", "8", "5", "8", "8", "0", "8", "8").Screen);
        Assert.True(_phone.Types("8").Turn.Ends);
    }

    [Fact]
    public void What_an_action_refuses_counts_as_a_wrong_answer()
    {
        Assert.Equal("Nobody.\nWhom?\n0 Back", _phone.Types("3", "nobody").Text);
        Assert.Equal("Wrong.\nWhom?\n0 Back", _phone.Types("").Text);
        Assert.Equal("Three times.", _phone.Types("nobody").Text);
    }

    [Fact]
    public void A_question_hears_up_to_forty_characters_and_never_nothing()
    {
        Assert.Equal("Wrong.\nWhom?\n0 Back", _phone.Types("3", "   ").Text);
        Assert.Equal("Wrong.\nWhom?\n0 Back", _phone.Types(new string('x', 41)).Text);
        Assert.StartsWith(new string('x', 40) + "\n", _phone.Types($"  {new string('x', 40)}  ").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_hears_what_was_typed_and_not_only_its_digits() =>
        Assert.StartsWith("Coop no. 5.\n", _phone.Types("3", "Coop no. 5.").Text, StringComparison.Ordinal);

    [Fact]
    public void An_end_has_no_keys()
    {
        Assert.Equal("Bye.", _phone.Types("1", "1", "3").Text);
        Assert.True(_phone.Turn.Ends);
    }

    [Theory]
    [InlineData("system.later", "Later.")]
    [InlineData("system.strikes", "Three times.")]
    public void A_stop_is_a_last_screen_wherever_somebody_stands(string screen, string text)
    {
        var stopped = _phone.Engine.Stop(_phone.Types("3", "nobody").Place, screen);

        Assert.Equal((text, true, screen), (stopped.Text, stopped.Ends, stopped.Place.Screen));
    }

    [Fact]
    public void An_outcome_the_screen_does_not_name_is_a_bug_and_says_which()
    {
        var phone = new Phone(Village.Book, _ => new Outcome("maybe"));

        Assert.Contains("Screen start: 'arrive' answered 'maybe'", Assert.Throws<InvalidOperationException>(() => phone.Dials()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_place_and_answer_give_the_same_screen()
    {
        var place = _phone.Types("5").Place;

        var (once, twice) = ((Turn)_phone.Engine.Answer(place, "2"), (Turn)_phone.Engine.Answer(place, "2"));
        Assert.Equal((once.Text, once.Place.Screen), (twice.Text, twice.Place.Screen));
        Assert.Equal(_phone.Text, _phone.Engine.Show(place).Text);
    }
}
