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
            foreach (var key in Said(screen))
            {
                Check(screen, key);
            }

            if (screen.List is { } list && !_lists.Contains(list))
            {
                Report(screen, $"no action gives the list '{list}'");
            }
        }

        foreach (var key in AlwaysSaid.Where(key => !book.Phrases.Has(key)))
        {
            problems.Add(new Problem(book.Phrases.File(Language.Kinyarwanda), 1, $"no phrase '{key}'"));
        }
    }

    private static IEnumerable<string> Said(Screen screen) =>
        screen.Choices.Select(choice => choice.Say).Append(screen.Show).Append(screen.Row).OfType<string>().Where(key => key.Length > 0);

    private void Check(Screen screen, string key)
    {
        if (!book.Phrases.Has(key))
        {
            Report(screen, $"no phrase '{key}'");
            return;
        }

        foreach (var placeholder in book.Phrases.Placeholders(key))
        {
            if (!_given.Contains(placeholder))
            {
                Report(screen, $"says {{{{{placeholder}}}}} in '{key}', and no action gives it");
            }
            else if (!book.Longest.Knows(placeholder))
            {
                Report(screen, $"says {{{{{placeholder}}}}} in '{key}', whose longest value is not in longest.yaml");
            }
        }
    }

    private void Report(Screen screen, string problem) =>
        problems.Add(new Problem(screen.File, screen.Line, $"screen {screen.Name} {problem}"));
}
