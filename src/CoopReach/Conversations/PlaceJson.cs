using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Conversations;

/// <summary>A place as it is kept between two steps: short names, nothing that is empty.</summary>
public static class PlaceJson
{
    public const string Empty = "{}";

    public static string Write(Place place)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        json.WriteString("lang"u8, place.Language.Code());
        json.WriteNumber("limit"u8, place.Limit);
        WriteStanding(json, place);
        WriteAnswers(json, place);
        WriteValues(json, "facts"u8, place.Facts);
        WriteLists(json, place);
        json.WriteEndObject();
        json.Flush();

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static Place Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        var place = new Place();
        foreach (var property in json.RootElement.EnumerateObject())
        {
            place = Read(place, property.Name, property.Value);
        }

        return place;
    }

    private static void WriteStanding(Utf8JsonWriter json, Place place)
    {
        json.WriteStartArray("path"u8);
        foreach (var screen in place.Path)
        {
            json.WriteStringValue(screen);
        }

        json.WriteEndArray();
        if (place.Page > 0)
        {
            json.WriteNumber("page"u8, place.Page);
        }

        if (place.Strikes > 0)
        {
            json.WriteNumber("strikes"u8, place.Strikes);
        }

        if (place.SignedIn)
        {
            json.WriteBoolean("in"u8, true);
        }

        if (place.Pending is not null)
        {
            json.WriteString("pending"u8, place.Pending);
            json.WriteNumber("depth"u8, place.PendingDepth);
            json.WriteBoolean("gated"u8, place.Gated);
        }

        if (place.Because is { } reason)
        {
            WriteValue(json, "because"u8, reason);
        }
    }

    private static void WriteAnswers(Utf8JsonWriter json, Place place)
    {
        if (place.Answers.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("answers"u8);
        foreach (var (name, answer) in place.Answers)
        {
            json.WriteString(name, answer);
        }

        json.WriteEndObject();
    }

    private static void WriteLists(Utf8JsonWriter json, Place place)
    {
        if (place.Lists.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("lists"u8);
        foreach (var (name, rows) in place.Lists)
        {
            json.WriteStartArray(name);
            foreach (var row in rows)
            {
                json.WriteStartObject();
                json.WriteString("key"u8, row.Key);
                WriteValues(json, "values"u8, row.Values);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, Value> values)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            WriteValue(json, Encoding.UTF8.GetBytes(key), value);
        }

        json.WriteEndObject();
    }

    /// <summary>A value is [kind, text or number, placeholders of a phrase].</summary>
    private static void WriteValue(Utf8JsonWriter json, ReadOnlySpan<byte> name, Value value)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue((int)value.Kind);
        if (value.Kind is ValueKind.Text or ValueKind.Phrase)
        {
            json.WriteStringValue(value.Text);
        }
        else
        {
            json.WriteNumberValue(value.Amount);
        }

        if (value.With.Count > 0)
        {
            json.WriteStartObject();
            foreach (var (key, inner) in value.With)
            {
                WriteValue(json, Encoding.UTF8.GetBytes(key), inner);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Place Read(Place place, string name, JsonElement json) => name switch
    {
        "lang" => place with { Language = Languages.Find(json.GetString()) ?? Language.Kinyarwanda },
        "limit" => place with { Limit = json.GetInt32() },
        "path" => place with { Path = [.. json.EnumerateArray().Select(screen => screen.GetString()!)] },
        "page" => place with { Page = json.GetInt32() },
        "strikes" => place with { Strikes = json.GetInt32() },
        "in" => place with { SignedIn = json.GetBoolean() },
        "pending" => place with { Pending = json.GetString() },
        "depth" => place with { PendingDepth = json.GetInt32() },
        "gated" => place with { Gated = json.GetBoolean() },
        "because" => place with { Because = ReadValue(json) },
        "answers" => place with { Answers = json.EnumerateObject().ToImmutableDictionary(answer => answer.Name, answer => answer.Value.GetString()!) },
        "facts" => place with { Facts = ReadValues(json) },
        "lists" => place with { Lists = json.EnumerateObject().ToImmutableDictionary(list => list.Name, list => ReadRows(list.Value)) },
        _ => place,
    };

    private static ImmutableArray<Row> ReadRows(JsonElement json) =>
        [.. json.EnumerateArray().Select(row => new Row(row.GetProperty("key").GetString()!, ReadValues(row.GetProperty("values"))))];

    private static ImmutableDictionary<string, Value> ReadValues(JsonElement json)
    {
        var values = ImmutableDictionary.CreateBuilder<string, Value>();
        foreach (var property in json.EnumerateObject())
        {
            values[property.Name] = ReadValue(property.Value);
        }

        return values.ToImmutable();
    }

    private static Value ReadValue(JsonElement json)
    {
        var kind = (ValueKind)json[0].GetInt32();
        return kind switch
        {
            ValueKind.Text => Value.Of(json[1].GetString()!),
            ValueKind.Phrase when json.GetArrayLength() > 2 => Value.Phrase(json[1].GetString()!, ReadValues(json[2])),
            ValueKind.Phrase => Value.Phrase(json[1].GetString()!),
            _ => Value.Of(kind, json[1].GetInt64()),
        };
    }
}
