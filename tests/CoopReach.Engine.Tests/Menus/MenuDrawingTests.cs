using CoopReach.Engine.Menus;

namespace CoopReach.Engine.Tests.Menus;

public sealed class MenuDrawingTests
{
    private static readonly string Drawing = MenuDrawing.Of(RealBook.Book);

    [Fact]
    public void Every_screen_is_in_the_drawing_once_with_all_its_ways()
    {
        var lines = Drawing.Split('\n');
        foreach (var screen in RealBook.Book.Screens.Values)
        {
            var id = "  s_" + screen.Name.Replace('.', '_').Replace('-', '_');
            Assert.Single(lines, line => line.StartsWith(id, StringComparison.Ordinal) && line[id.Length] is '[' or '(' or '{' && line.Contains($"\"{screen.Name}{(screen.RequiresPin ? " (PIN)" : "")}\"", StringComparison.Ordinal));
            Assert.Equal(
                screen.Choices.Count(choice => choice.Go is not null) + screen.Then.Count + (screen.Go is null ? 0 : 1),
                lines.Count(line => line.StartsWith(id + " -- ", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void The_same_book_is_drawn_the_same_way() => Assert.Equal(Drawing, MenuDrawing.Of(MenuBook.Read(RealBook.Files, [], [])));

    [Fact]
    public void Shapes_tell_screens_steps_and_ends_apart()
    {
        var lines = MenuDrawing.Of(Village.Book).Split('\n');

        Assert.Contains("  s_home(\"home\")", lines);
        Assert.Contains("  s_money[/\"money (PIN)\"/]", lines);
        Assert.Contains("  s_bye[[\"bye\"]]", lines);
        Assert.Contains("  s_home -- \"2\" --> s_money", lines);
        Assert.Contains("  s_find -- \"none\" --> s_find", lines);
        Assert.Contains("  s_names_list -- \"names\" --> s_name", lines);
    }
}
