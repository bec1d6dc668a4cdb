using System.Text.RegularExpressions;

namespace CoopReach.Engine.Phrases;

/// <summary>Words as they are, then the placeholder that follows them; the last piece of a text has none.</summary>
internal readonly record struct Piece(string Words, string? Placeholder);

/// <summary>A text cut once at its placeholders, so that saying it is only joining. <see cref="Line"/> is where it stands in its file.</summary>
internal sealed partial class Template
{
    private readonly Piece[] _pieces;

    private Template(string text, int line, Piece[] pieces)
    {
        _pieces = pieces;
        Line = line;
        Text = Placeholder().Replace(text, "{{$1}}");
        Names = new HashSet<string>(pieces.Select(piece => piece.Placeholder).OfType<string>(), StringComparer.Ordinal);
    }

    public int Line { get; }

    /// <summary>The text as written, its placeholders without inner spaces.</summary>
    public string Text { get; }

    public IReadOnlySet<string> Names { get; }

    public ReadOnlySpan<Piece> Pieces => _pieces;

    /// <summary>Where a brace stands that belongs to no placeholder, or where another phrase is called for; null when all is well.</summary>
    public string? Misread { get; private init; }

    public static Template Cut(string text, int line)
    {
        var pieces = new List<Piece>();
        var from = 0;
        foreach (Match match in Placeholder().Matches(text))
        {
            pieces.Add(new Piece(text[from..match.Index], match.Groups[1].Value));
            from = match.Index + match.Length;
        }

        pieces.Add(new Piece(text[from..], null));
        return new Template(text, line, [.. pieces]) { Misread = pieces.Select(piece => Stray(piece.Words)).FirstOrDefault(stray => stray is not null) };
    }

    private static string? Stray(string words)
    {
        var at = words.AsSpan().IndexOfAny('{', '}');
        at = at < 0 ? words.IndexOf("$t(", StringComparison.Ordinal) : at;
        return at < 0 ? null : words[at..Math.Min(words.Length, at + 24)];
    }

    [GeneratedRegex(@"\{\{ *([A-Za-z][A-Za-z0-9_.-]*) *\}\}")]
    private static partial Regex Placeholder();
}
