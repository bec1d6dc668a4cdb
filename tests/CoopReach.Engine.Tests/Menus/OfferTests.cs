namespace CoopReach.Engine.Tests.Menus;

/// <summary>Dialling again after the line dropped: on where one was, behind the PIN if it was behind the PIN.</summary>
public sealed class OfferTests
{
    private const string Pin = "40718";
    private const string Offer = "Not finished.\n1 Continue\n2 Start again";

    private readonly Phone _phone = Village.Phone().Dials();

    [Fact]
    public void What_was_in_the_open_goes_on_where_it_was()
    {
        Assert.Equal(Offer, _phone.Types("1", "2").Drops().Text);
        Assert.Equal("name.show", _phone.Types("1").Screen);
        Assert.StartsWith("Name 2\n", _phone.Text, StringComparison.Ordinal);
        Assert.Equal("home > names.list > name.show", _phone.Way);
        Assert.Equal("names.list", _phone.Types("0").Screen);
    }

    [Fact]
    public void What_was_behind_the_pin_waits_behind_it_again()
    {
        _phone.Types("2", "1", Pin, "1").Drops();

        Assert.False(_phone.Place.SignedIn);
        Assert.Equal("gate.whose", _phone.Types("1").Screen);
        Assert.Equal("money.more", _phone.Types("1", Pin).Screen);
        Assert.Equal("home > money.show > money.more", _phone.Way);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("00")]
    public void No_key_leads_past_the_pin_to_what_was_behind_it(string key)
    {
        _phone.Types("2", "1", Pin, "1").Drops();

        Assert.Equal("Wrong.\n" + Offer, _phone.Types(key).Text);
        Assert.Equal("Whose?\n1 Account A\n2 Account B\n0 Back", _phone.Types("1").Text);
        Assert.Equal(Offer, _phone.Types(key).Text);
        Assert.Equal(Offer, _phone.Types("1", "1", "00").Text);
    }

    [Fact]
    public void A_screen_met_again_in_front_of_the_pin_does_not_open_what_is_behind_it()
    {
        var phone = Village.Phone(accounts: 3).Dials().Types("5", "0", "2", "1", Pin, "1").Drops();
        phone = phone.Types("1", "3", "1");
        Assert.Equal("help", phone.Screen);

        Assert.Equal("resume", phone.Types("00").Screen);
    }

    [Fact]
    public void A_drop_on_the_gate_keeps_what_was_asked_for()
    {
        Assert.Equal(Offer, _phone.Types("2", "1").Drops().Text);
        Assert.Equal("money.show", _phone.Types("1", "1", Pin).Screen);
        Assert.Equal("home > money.show", _phone.Way);
    }

    [Fact]
    public void A_drop_on_the_offer_itself_offers_the_same_again()
    {
        _phone.Types("2", "1", Pin).Drops().Drops().Drops();

        Assert.Equal(Offer, _phone.Text);
        Assert.Equal("money.show", _phone.Types("1").Drops().Types("1", "1", Pin).Screen);
    }

    [Fact]
    public void The_offer_does_not_repeat_an_old_reproach()
    {
        Assert.Equal(Offer, _phone.Types("5", "77").Drops().Text);
        Assert.Equal("Help.\n1 Names\n2 Help\n0 Back", _phone.Types("1").Text);
        Assert.Equal(0, _phone.Place.Strikes);
    }

    [Fact]
    public void Starting_again_forgets_facts_answers_and_the_pin()
    {
        _phone.Types("2", "1", Pin).Drops().Types("2");

        Assert.Equal("home", _phone.Screen);
        Assert.False(_phone.Place.SignedIn);
        Assert.Empty(_phone.Place.Answers);
        Assert.Empty(_phone.Place.Lists);
        Assert.Equal("ussd", Assert.Single(_phone.Place.Facts).Key);
        Assert.Null(_phone.Place.Pending);
        Assert.Equal("gate.whose", _phone.Types("2").Screen);
    }

    [Fact]
    public void Starting_again_keeps_the_language_and_the_size_of_the_screen()
    {
        var phone = Village.Phone(Language.French).Dials(182).Types("5").Drops().Types("2");

        Assert.Equal((Language.French, 182), (phone.Place.Language, phone.Place.Limit));
    }

    [Fact]
    public void A_drop_after_leaving_the_gate_for_good_does_not_bring_it_back()
    {
        var phone = Village.Phone(accounts: 3).Dials().Types("2", "3", "1", "0", "0", "0", "5").Drops();

        Assert.Equal("help", phone.Types("1").Screen);
    }
}
