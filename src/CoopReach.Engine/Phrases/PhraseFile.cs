namespace CoopReach.Engine.Phrases;

/// <summary>The phrases of one language, by key; plural forms stand together under the key without suffix.</summary>
internal sealed class PhraseFile
{
    private static readonly string[] UnknownForms = ["_zero", "_two", "_few", "_many"];

    private readonly Dictionary<string, Phrase> _phrases = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, int> _lines;
    private readonly ICollection<Problem> _problems;

    private PhraseFile(Language language, string name, PhraseLeaves leaves, ICollection<Problem> problems)
    {
        (Language, Name, Whole) = (language, name, leaves.Whole);
        (_lines, _problems) = (leaves.Lines, problems);
        foreach (var (key, text) in leaves.Leaves)
        {
            Add(key, Template.Cut(text, leaves.Lines[key]));
        }
    }

    public Language Language { get; }

    public string Name { get; }

    /// <summary>False when the JSON broke off: what is missing then is not known to be missing.</summary>
    public bool Whole { get; }

    public IReadOnlyDictionary<string, Phrase> Phrases => _phrases;

    public static PhraseFile Read(Language language, string name, string json, ICollection<Problem> problems) =>
        new(language, name, new PhraseLeaves(name, json, problems), problems);

    /// <summary>The line of the key, else of the innermost group it would belong to, else the first.</summary>
    public int Line(string key)
    {
        if (_phrases.TryGetValue(key, out var phrase))
        {
            return phrase.Line;
        }

        for (var end = key.Length; end > 0; end = key.LastIndexOf('.', end - 1))
        {
            if (_lines.TryGetValue(key[..end], out var line))
            {
                return line;
            }
        }

        return 1;
    }

    private void Add(string key, Template text)
    {
        foreach (var fault in PhraseText.Faults(text))
        {
            Problem(text.Line, $"'{key}' {fault}");
        }

        if (UnknownForms.FirstOrDefault(end => key.EndsWith(end, StringComparison.Ordinal)) is { } form)
        {
            Problem(text.Line, $"'{key}': the plural form {form} is not used here, only _one and _other");
            return;
        }

        Keep(key, text);
    }

    private void Keep(string key, Template text)
    {
        var (name, added) = key switch
        {
            _ when key.EndsWith("_one", StringComparison.Ordinal) => (key[..^4], new Phrase(Language, null, text, null)),
            _ when key.EndsWith("_other", StringComparison.Ordinal) => (key[..^6], new Phrase(Language, null, null, text)),
            _ => (key, new Phrase(Language, text, null, null)),
        };

        _phrases[name] = _phrases.TryGetValue(name, out var known) ? Join(name, known, added) : added;
    }

    private Phrase Join(string name, Phrase known, Phrase added)
    {
        if (known.IsPlural != added.IsPlural)
        {
            Problem(added.Line, $"'{name}' is written both with plural forms and without");
        }

        return new Phrase(Language, known.Plain ?? added.Plain, known.One ?? added.One, known.Other ?? added.Other);
    }

    private void Problem(int line, string text) => _problems.Add(new Problem(Name, line, text));
}
