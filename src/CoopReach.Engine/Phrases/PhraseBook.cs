using System.Text;

namespace CoopReach.Engine.Phrases;

/// <summary>
/// Everything the product says, in three languages. Reading it collects every problem there is;
/// saying something never fails: what is missing is said in English, and else named in brackets.
/// </summary>
public sealed class PhraseBook
{
    /// <summary>The value that chooses the plural form.</summary>
    internal const string Count = "count";

    private readonly PhraseFile?[] _files;
    private readonly SortedSet<string> _keys;

    private PhraseBook(IReadOnlyList<PhraseFile> files)
    {
        _files = [.. Languages.All.Select(language => files.FirstOrDefault(file => file.Language == language))];
        _keys = new SortedSet<string>(files.SelectMany(file => file.Phrases.Keys), StringComparer.Ordinal);
    }

    /// <summary>All keys, in order; a plural stands here once, without its suffix.</summary>
    public IReadOnlyCollection<string> Keys => _keys;

    /// <summary>Reads the files given (i18next JSON, version 4). The book can speak even when there were problems.</summary>
    public static PhraseBook Read(
        IReadOnlyDictionary<Language, (string File, string Json)> files, ICollection<Problem> problems)
    {
        var read = new List<PhraseFile>();
        foreach (var language in Languages.All)
        {
            if (files.TryGetValue(language, out var file))
            {
                read.Add(PhraseFile.Read(language, file.File, file.Json, problems));
            }
        }

        var book = new PhraseBook(read);
        new PhraseAgreement(read, problems).Check(book.Keys);
        return book;
    }

    public bool Has(string key) => _keys.Contains(key);

    /// <summary>The name of the file, as it was given.</summary>
    public string File(Language language) => _files[(int)language]?.Name ?? $"{language.Code()}.json";

    /// <summary>The line of the key, from 1; of the group it belongs to when it is missing there.</summary>
    public int Line(Language language, string key) => _files[(int)language]?.Line(key) ?? 1;

    /// <summary>The values the phrase needs, in any language; a plural always needs <c>count</c>.</summary>
    public IReadOnlySet<string> Placeholders(string key)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var phrase in _files.Select(file => file?.Phrases.GetValueOrDefault(key)).OfType<Phrase>())
        {
            names.UnionWith(phrase.Forms.SelectMany(form => form.Names));
            names.UnionWith(phrase.IsPlural ? [Count] : []);
        }

        return names;
    }

    /// <summary>Every text that may be said for the key in that language, placeholders written <c>{{name}}</c>.</summary>
    public IEnumerable<string> Variants(Language language, string key) =>
        Find(language, key)?.Forms.Select(form => form.Text) ?? [];

    /// <summary>The phrase with its values written the way the language writes them. Never fails; an unknown value is a question mark.</summary>
    public string Say(Language language, string key, IReadOnlyDictionary<string, Value> values) =>
        Say(language, key, new Scope(values, null));

    /// <summary>A value alone, as the language writes it; a phrase is said with its own values.</summary>
    public string Say(Language language, Value value) =>
        value.Kind == ValueKind.Phrase ? Say(language, value.Text, new Scope(value.With, null)) : Written.Of(language, value);

    private string Say(Language language, string key, Scope scope)
    {
        var text = new StringBuilder(192);
        Append(text, language, key, scope);
        return text.ToString();
    }

    private void Append(StringBuilder text, Language language, string key, Scope scope)
    {
        if (Find(language, key) is not { } phrase)
        {
            text.Append('[').Append(key).Append(']');
            return;
        }

        foreach (var piece in phrase.For(scope.Count).Pieces)
        {
            text.Append(piece.Words);
            if (piece.Placeholder is { } name)
            {
                Append(text, language, scope.Find(name), scope);
            }
        }
    }

    private void Append(StringBuilder text, Language language, Value? value, Scope scope)
    {
        if (value is null || scope.TooDeep)
        {
            text.Append('?');
        }
        else if (value.Kind == ValueKind.Phrase)
        {
            Append(text, language, value.Text, new Scope(value.With, scope));
        }
        else
        {
            text.Append(Written.Of(language, value));
        }
    }

    private Phrase? Find(Language language, string key) => Own(language, key) ?? Own(Language.English, key);

    private Phrase? Own(Language language, string key) => _files[(int)language]?.Phrases.GetValueOrDefault(key);

    /// <summary>The values of a phrase, and behind them those of the phrase around it.</summary>
    private sealed class Scope(IReadOnlyDictionary<string, Value> values, Scope? outer)
    {
        // A phrase may come to stand inside itself through the values around it; words of people never go this deep.
        private const int Deepest = 4;

        private readonly int _depth = outer is null ? 0 : outer._depth + 1;

        public bool TooDeep => _depth > Deepest;

        public long? Count => Find(PhraseBook.Count) is { Kind: ValueKind.Number } count ? count.Amount : null;

        public Value? Find(string name) => values.GetValueOrDefault(name) ?? outer?.Find(name);
    }
}
