namespace CoopReach.Engine.Menus;

/// <summary>That every phrase a screen says exists, and that somebody gives each of its values.</summary>
internal sealed class PhraseCheck(MenuBook book, IReadOnlyCollection<ActionShape> actions, ICollection<Problem> problems)
{
    private static readonly string[] AlwaysSaid = ["nav.back", "nav.home", "nav.more", "common.wrong-choice"];

    /// <summary>What the host always gives: the code to dial.</summary>
    private readonly HashSet<string> _given = ["ussd", .. actions.SelectMany(action => action.Gives)];

    private readonly HashSet<string> _lists = [.. actions.SelectMany(action => action.Gives)];

    public void Run()
    {
        foreach (var screen in book.Screens.Values)
        {
            foreach (var (line, key) in Said(screen))
            {
                Check(screen, line, key);
            }

            if (screen.List is { } list && !_lists.Contains(list))
            {
                Report(screen, screen.Line, $"no action gives the list '{list}'");
            }
        }

        book.Longest.Check(book.Phrases, problems);
        foreach (var key in AlwaysSaid.Where(key => !book.Phrases.Has(key)))
        {
            problems.Add(new Problem(book.Phrases.File(Language.Kinyarwanda), 1, $"no phrase '{key}'"));
        }
    }

    /// <summary>What a screen says, with the line that says it; what says nothing was reported when it was read.</summary>
    private static IEnumerable<(int Line, string Key)> Said(Screen screen) =>
        screen.Choices.Select(choice => (choice.Line, (string?)choice.Say))
            .Append((screen.Line, screen.Show)).Append((screen.Line, screen.Row))
            .Where(said => !string.IsNullOrEmpty(said.Item2)).Select(said => (said.Line, said.Item2!));

    private void Check(Screen screen, int line, string key)
    {
        if (!book.Phrases.Has(key))
        {
            Report(screen, line, $"no phrase '{key}'");
            return;
        }

        foreach (var placeholder in book.Phrases.Placeholders(key))
        {
            if (!_given.Contains(placeholder))
            {
                Report(screen, line, $"says {{{{{placeholder}}}}} in '{key}', and no action gives it");
            }
            else if (!book.Longest.Knows(placeholder))
            {
                Report(screen, line, $"says {{{{{placeholder}}}}} in '{key}', whose longest value is not in longest.yaml");
            }
        }
    }

    private void Report(Screen screen, int line, string problem) =>
        problems.Add(new Problem(screen.File, line, $"screen {screen.Name} {problem}"));
}
