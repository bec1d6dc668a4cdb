using System.Text;

namespace CoopReach.Engine.StateMachines;

/// <summary>Writes a table as a Mermaid <c>stateDiagram-v2</c>; equal tables give equal text, line ends are LF.</summary>
internal sealed class MermaidDrawing<TState, TTrigger>(StateTable<TState, TTrigger> table)
    where TState : notnull
    where TTrigger : notnull
{
    // Words of the diagram language, in any case of letters: a line that begins with one is not read as a state.
    private static readonly HashSet<string> Reserved = new(
        ["as", "class", "classDef", "click", "default", "direction", "end", "hide", "note", "scale", "state", "style"],
        StringComparer.OrdinalIgnoreCase);

    private readonly StringBuilder _text = new("stateDiagram-v2\n");

    public string Draw()
    {
        foreach (var row in table.Rows.Where(row => row.Parent is null))
        {
            State(row, depth: 1);
        }

        if (table.Initial is { } initial)
        {
            Line(1, $"[*] --> {Id(initial.State)}");
        }

        foreach (var (from, way) in table.Written)
        {
            Line(1, $"{Id(from.State)} --> {Id(way.Target)} : {Label(way)}");
        }

        return _text.ToString();
    }

    private void State(StateConfiguration<TState, TTrigger> row, int depth)
    {
        var id = Id(row.State);
        var name = id == $"{row.State}" ? id : $"\"{Plain(row.State)}\" as {id}";
        var inside = table.Rows.Where(other => other.Parent == row).ToList();
        if (inside.Count == 0)
        {
            // A bare "state X" would swallow the lines up to the next brace.
            Line(depth, id == name ? id : $"state {name}");
            return;
        }

        Line(depth, $"state {name} {{");
        inside.ForEach(other => State(other, depth + 1));
        Line(depth, "}");
    }

    private static string Label(Way<TState, TTrigger> way) => (way.Effect, way.Condition) switch
    {
        (Effect.Ignore, _) => $"{Plain(way.Trigger)} (ignored)",
        (_, { } condition) => $"{Plain(way.Trigger)} [{Plain(condition)}]",
        _ => Plain(way.Trigger),
    };

    /// <summary>The state's own name where Mermaid reads it as one, otherwise a number in the order of the table.</summary>
    private string Id(TState state)
    {
        var name = $"{state}";
        return name.Length > 0 && name.All(char.IsAsciiLetterOrDigit) && !Reserved.Contains(name)
            ? name
            : $"state_{table.Rows.TakeWhile(row => !EqualityComparer<TState>.Default.Equals(row.State, state)).Count() + 1}";
    }

    /// <summary>Without the characters that end a statement or are taken for markup; Mermaid has no escape that works everywhere.</summary>
    private static string Plain<T>(T text) => string.Concat($"{text}".Select(letter => letter switch
    {
        ';' => ',',
        '"' => '\'',
        '<' => '‹',
        '>' => '›',
        '\r' or '\n' => ' ',
        _ => letter,
    }));

    private void Line(int depth, string line) => _text.Append(' ', depth * 4).Append(line).Append('\n');
}
