using System.Text;

namespace CoopReach.Engine.Menus;

/// <summary>Draws a book as Mermaid flow charts, one a file: rounded boxes are screens, slanted ones actions, double ones ends.</summary>
public static class MenuDrawing
{
    public static string Of(MenuBook book)
    {
        var text = new StringBuilder("# The menus\n\nDrawn by `menus draw` from `menus/*.yaml`; do not edit. A box is a screen, a slanted box an action nobody sees, a double box the end of the session.\n");
        foreach (var file in book.Screens.Values.GroupBy(screen => screen.File).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            text.Append($"\n## {file.Key}\n\n```mermaid\nflowchart LR\n");
            foreach (var screen in file.OrderBy(screen => screen.Line).ThenBy(screen => screen.Name, StringComparer.Ordinal))
            {
                Draw(text, screen);
            }

            text.Append("```\n");
        }

        return text.ToString();
    }

    private static void Draw(StringBuilder text, Screen screen)
    {
        var (open, close) = screen switch
        {
            { Ends: true } => ("[[", "]]"),
            { Show: null } => ("[/", "/]"),
            _ => ("(", ")"),
        };
        var pin = screen.RequiresPin ? " (PIN)" : "";
        text.Append($"  {Id(screen.Name)}{open}\"{screen.Name}{pin}\"{close}\n");
        foreach (var choice in screen.Choices.Where(choice => choice.Go is not null))
        {
            Arrow(text, screen, choice.Digits, choice.Go!);
        }

        foreach (var (outcome, target) in screen.Then.OrderBy(way => way.Key, StringComparer.Ordinal))
        {
            Arrow(text, screen, outcome, target);
        }

        if (screen.Go is not null)
        {
            Arrow(text, screen, screen.List ?? screen.Ask ?? "", screen.Go);
        }
    }

    private static void Arrow(StringBuilder text, Screen from, string label, string to) =>
        text.Append($"  {Id(from.Name)} -- \"{label}\" --> {Id(to)}\n");

    // A prefix, because "end" and other words of Mermaid may not be the name of a node.
    private static string Id(string name) => "s_" + name.Replace('.', '_').Replace('-', '_');
}
