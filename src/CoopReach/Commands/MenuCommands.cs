using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Menus;

namespace CoopReach.Commands;

/// <summary>What a writer of menus asks: is everything right, how long do screens get, what does it look like.</summary>
public static class MenuCommands
{
    /// <summary><c>menus check</c>: every screen with its worst case in each language; a broken book never gets here.</summary>
    public static int Check(IServiceProvider services)
    {
        var book = services.GetRequiredService<Books>().Today.Book;
        Console.WriteLine("Septets with the longest plausible data; a screen has 160. Lists show as many pages as they need.");
        foreach (var screen in new WorstCase(book).Lengths().GroupBy(length => length.Screen))
        {
            var lengths = string.Join("  ", screen.Select(length => $"{length.Language.Code()} {length.Septets,3}{(length.Pages > 1 ? $" on {length.Pages} pages" : "")}"));
            Console.WriteLine($"{screen.Key.File}:{screen.Key.Line,-4} {screen.Key.Name,-28} {lengths}");
        }

        Console.WriteLine($"{book.Screens.Count} screens, {book.Phrases.Keys.Count} phrases in {Languages.All.Count} languages: no problem found.");
        return 0;
    }

    /// <summary><c>menus draw [FILE]</c>: the menus as Mermaid pictures, into docs/menus.md unless another file is named.</summary>
    public static int Draw(IServiceProvider services, string file)
    {
        File.WriteAllText(file, MenuDrawing.Of(services.GetRequiredService<Books>().Today.Book));
        Console.WriteLine($"Drawn to {file}");

        return 0;
    }
}
