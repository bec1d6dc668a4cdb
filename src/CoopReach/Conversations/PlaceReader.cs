using System.Collections.Immutable;
using System.Text.Json;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Conversations;

/// <summary>Reads back what <see cref="PlaceJson"/> wrote. A name it does not know is skipped.</summary>
internal static class PlaceReader
{
    public static Place Read(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text);
        var draft = default(Draft);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            ReadProperty(ref json, ref draft);
        }

        return draft.ToPlace();
    }

    private static void ReadProperty(ref Utf8JsonReader json, ref Draft draft)
    {
        var name = json.GetString();
        json.Read();
        switch (name)
        {
            case "lang": draft.Language = Languages.Find(json.GetString()); break;
            case "limit": draft.Limit = json.GetInt32(); break;
            case "path": draft.Path = ReadPath(ref json); break;
            case "page": draft.Page = json.GetInt32(); break;
            case "strikes": draft.Strikes = json.GetInt32(); break;
            case "in": draft.SignedIn = json.GetBoolean(); break;
            case "pending": draft.Pending = json.GetString(); break;
            case "depth": draft.PendingDepth = json.GetInt32(); break;
            case "gated": draft.Gated = json.GetBoolean(); break;
            case "because": draft.Because = ValueJson.Read(ref json); break;
            case "answers": draft.Answers = ValueJson.ReadMap(ref json, (ref Utf8JsonReader answer) => answer.GetString()!); break;
            case "facts": draft.Facts = ValueJson.ReadMap(ref json, ValueJson.Read); break;
            case "lists": draft.Lists = ValueJson.ReadMap(ref json, ReadRows); break;
            default: json.Skip(); break;
        }
    }

    private static ImmutableArray<string> ReadPath(ref Utf8JsonReader json)
    {
        var path = ImmutableArray.CreateBuilder<string>(4);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            path.Add(json.GetString()!);
        }

        return path.DrainToImmutable();
    }

    private static ImmutableArray<Row> ReadRows(ref Utf8JsonReader json)
    {
        var rows = ImmutableArray.CreateBuilder<Row>(8);
        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            json.Read();
            var key = json.GetString()!;
            json.Read();
            rows.Add(new Row(key, ValueJson.ReadMap(ref json, ValueJson.Read)));
            json.Read();
        }

        return rows.DrainToImmutable();
    }

    /// <summary>A place while it is read: one object is made at the end, not one a property.</summary>
    private struct Draft
    {
        public Language? Language;
        public int? Limit;
        public ImmutableArray<string> Path;
        public int Page;
        public int Strikes;
        public bool SignedIn;
        public string? Pending;
        public int PendingDepth;
        public bool Gated;
        public Value? Because;
        public Dictionary<string, string>? Answers;
        public Dictionary<string, Value>? Facts;
        public Dictionary<string, ImmutableArray<Row>>? Lists;

        public readonly Place ToPlace() => new()
        {
            Language = Language ?? Engine.Language.Kinyarwanda,
            Limit = Limit ?? 160,
            Path = Path.IsDefault ? [] : Path,
            Page = Page,
            Strikes = Strikes,
            SignedIn = SignedIn,
            Pending = Pending,
            PendingDepth = PendingDepth,
            Gated = Gated,
            Because = Because,
            Answers = Answers ?? [],
            Facts = Facts ?? [],
            Lists = Lists ?? [],
        };
    }
}
