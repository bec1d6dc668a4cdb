using System.Text;
using System.Text.Json;

namespace CoopReach.Engine.Phrases;

/// <summary>
/// Reads nested JSON into flat keys, each with its text and line. Whatever is wrong becomes a problem;
/// after broken JSON the rest of the file is unknown, and <see cref="Whole"/> says so.
/// </summary>
internal sealed class PhraseLeaves
{
    private readonly byte[] _json;
    private readonly string _file;
    private readonly ICollection<Problem> _problems;
    private readonly Stack<string> _groups = new();
    private readonly List<(string Key, string Text)> _leaves = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private string _key = "";
    private int _line = 1;
    private int _counted;

    public PhraseLeaves(string file, string json, ICollection<Problem> problems)
    {
        _json = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        (_file, _problems) = (file, problems);
        Whole = TryReadAll();
    }

    public bool Whole { get; }

    public IReadOnlyList<(string Key, string Text)> Leaves => _leaves;

    /// <summary>Lines of all keys, those of groups too.</summary>
    public IReadOnlyDictionary<string, int> Lines => _lines;

    private bool TryReadAll()
    {
        try
        {
            return TryReadRoot();
        }
        catch (JsonException broken)
        {
            _line = (int)(broken.LineNumber ?? 0) + 1;
            Problem($"is not JSON from here on");
            return false;
        }
    }

    private bool TryReadRoot()
    {
        var reader = new Utf8JsonReader(_json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Problem($"is not an object of phrases");
            return false;
        }

        while (reader.Read())
        {
            CountLines((int)reader.TokenStartIndex);
            Take(ref reader);
        }

        return true;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Name(Words(ref reader));
                break;
            case JsonTokenType.StartObject:
                _groups.Push(_key);
                break;
            case JsonTokenType.EndObject:
                _groups.TryPop(out _);
                break;
            case JsonTokenType.String:
                _leaves.Add((_key, Words(ref reader)));
                break;
            default:
                Problem($"'{_key}' is no text");
                reader.Skip();
                break;
        }
    }

    private void Name(string name)
    {
        _key = _groups.TryPeek(out var group) ? $"{group}.{name}" : name;
        if (!_lines.TryAdd(_key, _line))
        {
            Problem($"'{_key}' was already on line {_lines[_key]}");
        }
    }

    private string Words(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            Problem($@"half a character: a \u escape without its other half");
            return "?";
        }
    }

    private void CountLines(int upTo)
    {
        _line += _json.AsSpan(_counted, upTo - _counted).Count((byte)'\n');
        _counted = upTo;
    }

    private void Problem(FormattableString text) => _problems.Add(new Problem(_file, _line, FormattableString.Invariant(text)));
}
