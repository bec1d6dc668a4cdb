using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CoopReach.Engine.Menus;

/// <summary>Reads the screens of one menu file and names every word that is not one of the menus' few.</summary>
internal sealed class ScreenReader(string file, ICollection<Problem> problems)
{
    public IEnumerable<Screen> Read(string yaml)
    {
        var root = YamlNode.Read(file, yaml, problems);
        if (root is null)
        {
            yield break;
        }

        foreach (var (name, node) in Entries(root, "a menu file"))
        {
            yield return Read(name, node);
        }
    }

    private Screen Read(string name, YamlNode node)
    {
        var screen = new Screen(name, file, node.Line);
        var seen = new HashSet<string>();
        foreach (var (word, value) in Entries(node, $"screen {name}"))
        {
            if (!seen.Add(word))
            {
                Report(value, $"screen {name}: '{word}' is written twice");
            }

            screen = Read(screen, word, value);
        }

        return screen;
    }

    private Screen Read(Screen screen, string word, YamlNode value) => word switch
    {
        "show" => screen with { Show = Text(screen, word, value) },
        "end" => screen with { Show = Text(screen, word, value), Ends = true },
        "choose" => screen with { Choices = [.. Entries(value, $"screen {screen.Name}: choose").Select(entry => ReadChoice(screen, entry.Key, entry.Node))] },
        "list" => screen with { List = Text(screen, word, value) },
        "row" => screen with { Row = Text(screen, word, value) },
        "ask" => screen with { Ask = Text(screen, word, value) },
        "secret" => screen with { Ask = Text(screen, word, value), Secret = true },
        "zero" when value.Text == "answer" => screen with { TakesZero = true },
        "zero" => Report(value, $"screen {screen.Name}: only 'zero: answer' is known", screen),
        "run" => screen with { Run = Text(screen, word, value) },
        "then" => screen with { Then = ReadThen(screen, value) },
        "go" => screen with { Go = Text(screen, word, value) },
        "digits" when value.Text == "kept" => screen with { KeepsDigits = true },
        "digits" => Report(value, $"screen {screen.Name}: only 'digits: kept' is known", screen),
        "require" when value.Text == "pin" => screen with { RequiresPin = true },
        "require" => Report(value, $"screen {screen.Name}: only 'require: pin' is known", screen),
        _ => Report(value, $"screen {screen.Name}: unknown word '{word}'", screen),
    };

    private Choice ReadChoice(Screen screen, string digits, YamlNode node)
    {
        var words = Entries(node, $"screen {screen.Name}: choice {digits}").ToLookup(entry => entry.Key, entry => entry.Node);
        foreach (var unknown in words.Where(word => word.Key is not ("say" or "go" or "take")))
        {
            Report(node, $"screen {screen.Name}: choice {digits}: unknown word '{unknown.Key}'");
        }

        foreach (var twice in words.Where(word => word.Count() > 1))
        {
            Report(node, $"screen {screen.Name}: choice {digits}: '{twice.Key}' is written twice");
        }

        string? Word(string word) => words[word].FirstOrDefault()?.Text is { Length: > 0 } text ? text : null;
        if (Word("say") is null)
        {
            Report(node, $"screen {screen.Name}: choice {digits} says nothing ('say' is missing)");
        }

        if (Word("go") is null == Word("take") is null)
        {
            Report(node, $"screen {screen.Name}: choice {digits} needs either 'go' or 'take'");
        }

        return new Choice(digits, Word("say") ?? "", Word("go"), Word("take"), node.Line);
    }

    private FrozenDictionary<string, string> ReadThen(Screen screen, YamlNode value)
    {
        var ways = new Dictionary<string, string>();
        foreach (var (outcome, node) in Entries(value, $"screen {screen.Name}: then"))
        {
            if (!ways.TryAdd(outcome, Text(screen, "then", node) ?? ""))
            {
                Report(node, $"screen {screen.Name}: outcome '{outcome}' is written twice");
            }
        }

        return ways.ToFrozenDictionary();
    }

    private IReadOnlyList<(string Key, YamlNode Node)> Entries(YamlNode node, string where) =>
        node.Entries ?? Report(node, $"{where}: a map is expected here", ImmutableArray<(string, YamlNode)>.Empty);

    private string? Text(Screen screen, string word, YamlNode value) =>
        string.IsNullOrEmpty(value.Text) ? Report<string?>(value, $"screen {screen.Name}: '{word}' needs a name", null) : value.Text;

    private void Report(YamlNode at, string text) => problems.Add(new Problem(file, at.Line, text));

    private T Report<T>(YamlNode at, string text, T result)
    {
        Report(at, text);
        return result;
    }
}
