namespace CoopReach.Engine.Menus;

/// <summary>
/// Everything that can be wrong with a book, all at once: ways that lead nowhere, screens nobody reaches or cannot leave,
/// actions and phrases that do not exist, and screens too long for a phone.
/// </summary>
internal sealed class MenuCheck(MenuBook book, IReadOnlyCollection<ActionShape> actions, ICollection<Problem> problems)
{
    private const int MostOnOnePage = 5;

    private static readonly string[] Reserved = ["0", "00", "99"];
    private static readonly string[] Onward = ["continue", "restart"];

    private readonly Dictionary<string, ActionShape> _actions = actions.ToDictionary(action => action.Name);

    public void Run()
    {
        foreach (var entrance in MenuBook.Entrances.Where(name => !book.Screens.ContainsKey(name)))
        {
            problems.Add(new Problem("menus", 1, $"there is no screen {entrance}"));
        }

        foreach (var screen in book.Screens.Values)
        {
            CheckShape(screen);
            CheckTargets(screen);
            CheckAction(screen);
            CheckChoices(screen);
        }

        new PhraseCheck(book, actions, problems).Run();
        new WayCheck(book, problems).Run();
        if (problems.Count == 0)
        {
            CheckLengths();
        }
    }

    private void CheckShape(Screen screen)
    {
        Require(screen, screen.Show is not null || screen.Run is not null, "shows nothing and runs nothing");
        Require(screen, screen.Show is not null || (screen.Choices.IsEmpty && screen.List is null && screen.Ask is null), "asks without showing anything ('show' is missing)");
        Require(screen, !screen.Ends || (!screen.LeadsOn && screen.List is null && screen.Ask is null), "ends, so nothing can follow");
        Require(screen, screen.Run is null || screen.Show is null || screen.Ask is not null || screen.List is not null, "shows and runs, but asks nothing in between");
        Require(screen, screen.Go is null || screen.Ask is not null || screen.List is not null, "has 'go', but asks nothing");
        Require(screen, screen.Ask is null || screen.Run is not null || screen.Go is not null || AllGo(screen), "asks, but the answer goes nowhere ('run' or 'go' is missing)");
        Require(screen, screen.List is null == screen.Row is null, "needs both 'list' and 'row'");
        Require(screen, screen.Run is null || screen.Go is null, "has both 'run' and 'go'");
        Require(screen, screen.List is null || (screen.Ask is null && screen.Choices.IsEmpty), "has a list, and numbers or a question beside it");
        Require(screen, screen.Ask is not null || !(screen.TakesZero || screen.KeepsDigits), "says how digits are taken ('zero', 'digits'), but asks nothing");
        Require(screen, !screen.Secret || (screen.Run is not null && screen.Choices.IsEmpty), "asks a secret, which only its own 'run' may hear");
    }

    private static bool AllGo(Screen screen) => !screen.Choices.IsEmpty && screen.Choices.All(choice => choice.Go is not null);

    private void CheckTargets(Screen screen)
    {
        var ways = screen.Choices.Select(choice => (choice.Line, Target: choice.Go))
            .Concat(screen.Then.Values.Append(screen.Go).Distinct().Select(target => (screen.Line, Target: target)));
        foreach (var (line, target) in ways.Where(way => way.Target is not null && !book.Screens.ContainsKey(way.Target) && !Onward.Contains(way.Target)))
        {
            Report(screen, line, $"leads to {target}, which does not exist");
        }
    }

    private void CheckAction(Screen screen)
    {
        if (screen.Run is null)
        {
            Require(screen, screen.Then.Count == 0, "has 'then' without 'run'");
            return;
        }

        if (!_actions.TryGetValue(screen.Run, out var action))
        {
            Report(screen, $"no action '{screen.Run}'");
            return;
        }

        foreach (var outcome in action.Outcomes.Where(outcome => !screen.Then.ContainsKey(outcome)))
        {
            Report(screen, $"'{screen.Run}' can answer '{outcome}', which leads nowhere");
        }

        foreach (var outcome in screen.Then.Keys.Where(outcome => !action.Outcomes.Contains(outcome)))
        {
            Report(screen, $"'{screen.Run}' never answers '{outcome}'");
        }

        Require(screen, !action.Private || screen.RequiresPin, $"'{screen.Run}' touches a member's own data: 'require: pin' is missing");
    }

    private void CheckChoices(Screen screen)
    {
        foreach (var twice in screen.Choices.GroupBy(choice => choice.Digits).Where(group => group.Count() > 1))
        {
            Report(screen, twice.Last().Line, $"choice {twice.Key} is written twice");
        }

        foreach (var choice in screen.Choices)
        {
            Require(screen, choice.Line, !Reserved.Contains(choice.Digits), $"choice {choice.Digits} is kept for back, home and more");
            Require(screen, choice.Line, choice.Digits.Length > 0 && choice.Digits.All(char.IsAsciiDigit), $"choice '{choice.Digits}' is no number");
            Require(screen, choice.Line, choice.Take is null || screen.Ask is not null, $"choice {choice.Digits} takes an answer, but the screen asks nothing");
        }
    }

    private void CheckLengths()
    {
        foreach (var length in new WorstCase(book).Lengths())
        {
            var where = $"in {length.Language.Code()} with the longest data";
            // A home of many ways may go over to a second page; its numbers work on both.
            var fits = length.Pages == 1 || length.Screen.List is not null || (length.Pages == 2 && length.Screen.Choices.Length > MostOnOnePage);
            Require(length.Screen, fits, $"needs {length.Pages} screens {where}; it must fit one of 160 septets");
            Require(length.Screen, length.LongestLine <= 64 || length.Screen.List is null, $"has a row of {length.LongestLine} septets {where}; two must fit a screen");
            Require(length.Screen, length.Septets <= 160 || !fits, $"is {length.Septets} septets {where}");
        }
    }

    private void Require(Screen screen, bool holds, string problem) => Require(screen, screen.Line, holds, problem);

    private void Require(Screen screen, int line, bool holds, string problem)
    {
        if (!holds)
        {
            Report(screen, line, problem);
        }
    }

    private void Report(Screen screen, string problem) => Report(screen, screen.Line, problem);

    private void Report(Screen screen, int line, string problem) =>
        problems.Add(new Problem(screen.File, line, $"screen {screen.Name} {problem}"));
}
