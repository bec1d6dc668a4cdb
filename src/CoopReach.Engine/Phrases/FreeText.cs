using System.Text;

namespace CoopReach.Engine.Phrases;

/// <summary>A text that somebody wrote, with placeholders as phrases have them: <c>{{name}}</c>. It stands in no file.</summary>
public sealed class FreeText
{
    private readonly Template _template;

    private FreeText(Template template) => _template = template;

    /// <summary>The values it needs.</summary>
    public IReadOnlySet<string> Names => _template.Names;

    /// <summary>Where a brace stands that belongs to no placeholder; null when all is well.</summary>
    public string? Misread => _template.Misread;

    public static FreeText Read(string text) => new(Template.Cut(text, 1));

    /// <summary>The text with its values as the language writes them; null when one of them is missing.</summary>
    public string? Say(Language language, IReadOnlyDictionary<string, Value> values)
    {
        var text = new StringBuilder(192);
        foreach (var piece in _template.Pieces)
        {
            text.Append(piece.Words);
            if (piece.Placeholder is not { } name)
            {
                continue;
            }

            if (!values.TryGetValue(name, out var value))
            {
                return null;
            }

            text.Append(Written.Of(language, value));
        }

        return text.ToString();
    }
}
