namespace CoopReach.Engine.Menus;

/// <summary>That every screen can be reached and left, and that what goes on behind the PIN has something to go on to.</summary>
internal sealed class WayCheck(MenuBook book, ICollection<Problem> problems)
{
    public void Run()
    {
        var reached = From(MenuBook.Entrances);
        var withoutWaiting = From(MenuBook.Entrances.Where(name => name is not ("gate" or "resume")));
        var first = FirstShown();
        foreach (var screen in book.Screens.Values)
        {
            Require(screen, reached.Contains(screen.Name), "is never reached");
            Require(screen, !first.Contains(screen.Name) || screen.Ends || screen.LeadsOn, "is a dead end: nothing leads on, and there is no way back from the first screen");
            Require(screen, !RunsInCircle(screen), "runs in a circle without ever showing a screen");
            Require(screen, !screen.Targets.Contains("continue") || !withoutWaiting.Contains(screen.Name), "leads to continue, but on one way here nothing waits");
        }

        if (book.Screens.TryGetValue("gate", out var gate))
        {
            Require(gate, !gate.RequiresPin, "asks for the PIN, so it cannot require it");
        }
    }

    private HashSet<string> From(IEnumerable<string> entrances)
    {
        var reached = new HashSet<string>();
        var ahead = new Queue<string>(entrances);
        while (ahead.TryDequeue(out var name))
        {
            if (book.Screens.TryGetValue(name, out var screen) && reached.Add(name))
            {
                foreach (var target in screen.Targets)
                {
                    ahead.Enqueue(target);
                }
            }
        }

        return reached;
    }

    /// <summary>The screens a session can open with: those there is nothing to see before.</summary>
    private HashSet<string> FirstShown()
    {
        var shown = new HashSet<string>();
        var passed = new HashSet<string>();
        var ahead = new Queue<string>(["start", "resume"]);
        while (ahead.TryDequeue(out var name))
        {
            if (!book.Screens.TryGetValue(name, out var screen) || !passed.Add(name))
            {
                continue;
            }

            if (screen.Show is not null)
            {
                shown.Add(name);
                continue;
            }

            foreach (var target in screen.Targets)
            {
                ahead.Enqueue(target);
            }
        }

        return shown;
    }

    private bool RunsInCircle(Screen screen)
    {
        var seen = new HashSet<string>();
        return Circles(screen);

        bool Circles(Screen at) => at.Show is null
            && (!seen.Add(at.Name) ? at.Name == screen.Name : at.Then.Values.Any(next => book.Screens.TryGetValue(next, out var screen) && Circles(screen)));
    }

    private void Require(Screen screen, bool holds, string problem)
    {
        if (!holds)
        {
            problems.Add(new Problem(screen.File, screen.Line, $"screen {screen.Name} {problem}"));
        }
    }
}
