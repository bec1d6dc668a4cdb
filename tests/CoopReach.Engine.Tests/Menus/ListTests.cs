using CoopReach.Engine.Menus;

namespace CoopReach.Engine.Tests.Menus;

/// <summary>Lists: pages, rows chosen by their number, and the language they are said in.</summary>
public sealed class ListTests
{
    [Fact]
    public void More_and_back_turn_the_pages_of_a_list()
    {
        var phone = Village.Phone(names: 9).Dials(90).Types("1");
        var first = phone.Text;

        Assert.Equal("Names:\n1 Name A\n2 Name B\n3 Name C\n4 Name D\n5 Name E\n6 Name F\n7 Name G\n0 Back 99 More", first);
        Assert.Equal("8 Name H\n9 Name I\n0 Back", phone.Types("99").Text);
        Assert.Equal(first, phone.Types("0").Text);
        Assert.Equal("home", phone.Types("0").Screen);
    }

    [Fact]
    public void There_is_no_more_after_the_last_page()
    {
        var phone = Village.Phone(names: 9).Dials(90).Types("1", "99", "99");

        Assert.StartsWith("Wrong.\nNames:\n", phone.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "Name 1")]
    [InlineData("9", "Name 9")]
    [InlineData("３.", "Name 3")]
    public void A_row_is_chosen_by_its_number_on_any_page(string typed, string name)
    {
        Assert.StartsWith(name + "\n", Village.Phone(names: 9).Dials(90).Types("1", typed).Text, StringComparison.Ordinal);
        Assert.StartsWith(name + "\n", Village.Phone(names: 9).Dials(90).Types("1", "99", typed).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("-1")]
    [InlineData("1,")]
    [InlineData("Name A")]
    public void A_row_that_is_not_there_is_a_wrong_answer(string typed) =>
        Assert.StartsWith("Wrong.\nNames:", Village.Phone(names: 9).Dials().Types("1", typed).Text, StringComparison.Ordinal);

    [Fact]
    public void A_list_that_leads_nowhere_has_no_numbers()
    {
        var phone = Village.Phone().Dials().Types("1", "1", "2");

        Assert.Equal("To read:\nName A\nName B\nName C\nName D\n0 Back 00 Home", phone.Text);
        Assert.StartsWith("Wrong.", phone.Types("1").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Home_is_left_out_where_that_saves_a_page_and_works_all_the_same()
    {
        const string All = "To read:\nName A\nName B\nName C\nName D\nName E\nName F\nName G\nName H\nName I";
        Assert.Equal(All + "\n0 Back 00 Home", Village.Phone(names: 9).Dials(86).Types("1", "1", "2").Text);

        var phone = Village.Phone(names: 9).Dials(85).Types("1", "1", "2");
        Assert.Equal(All + "\n0 Back", phone.Text);

        Assert.Equal("home", phone.Types("00").Screen);
    }

    [Fact]
    public void Paging_after_a_wrong_answer_skips_no_row()
    {
        // The reason takes a line of the first page, so the second begins earlier than it would without.
        var phone = Village.Phone(names: 9).Dials(90).Types("1", "55");
        Assert.Equal("Wrong.\nNames:\n1 Name A\n2 Name B\n3 Name C\n4 Name D\n5 Name E\n6 Name F\n0 Back 99 More", phone.Text);
        Assert.StartsWith("7 Name G\n", phone.Types("99").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Turning_a_page_is_no_wrong_answer()
    {
        var phone = Village.Phone(names: 9).Dials(90).Types("1", "55", "55", "99", "55");

        Assert.False(phone.Turn.Ends);
    }

    [Fact]
    public void A_list_speaks_the_language_chosen_in_mid_session()
    {
        var phone = Village.Phone().Dials().Types("1");
        Assert.StartsWith("Names:\n1 Name A\n", phone.Text, StringComparison.Ordinal);

        phone.Types("0", "4", "1");
        Assert.StartsWith("Amazina:\n1 Bwana Name A\n", phone.Text, StringComparison.Ordinal);
        Assert.Equal(Language.Kinyarwanda, phone.Place.Language);
    }

    [Fact]
    public void A_list_kept_from_before_the_language_changed_is_said_in_the_new_one()
    {
        var place = Village.Phone().Dials().Types("1").Place;

        var said = new MenuEngine(Village.Book).Show(place with { Language = Language.French }).Text;

        Assert.StartsWith("Noms :\n1 M. Name A\n", said, StringComparison.Ordinal);
    }
}
