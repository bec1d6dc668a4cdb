using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoopReach.Engine;
using CoopReach.Engine.Menus;

namespace CoopReach.Conversations;

/// <summary>
/// A place as it is written between two steps: an object with short names, without what is empty. It is written and read
/// for every screen, so it goes through the JSON token by token.
/// </summary>
public static class PlaceJson
{
    public const string Empty = "{}";

    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Place place)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("lang"u8, place.Language.Code());
        json.WriteNumber("limit"u8, place.Limit);
        WriteStanding(json, place);
        WriteAnswers(json, place.Answers);
        json.WritePropertyName("facts"u8);
        ValueJson.Write(json, place.Facts);
        WriteLists(json, place.Lists);
        json.WriteEndObject();
        json.Flush();

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static Place Read(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return PlaceReader.Read(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static void WriteStanding(Utf8JsonWriter json, Place place)
    {
        json.WriteStartArray("path"u8);
        foreach (var screen in place.Path)
        {
            json.WriteStringValue(screen);
        }

        json.WriteEndArray();
        json.WriteNumber("page"u8, place.Page);
        json.WriteNumber("strikes"u8, place.Strikes);
        json.WriteBoolean("in"u8, place.SignedIn);
        if (place.Pending is not null)
        {
            json.WriteString("pending"u8, place.Pending);
            json.WriteNumber("depth"u8, place.PendingDepth);
            json.WriteBoolean("gated"u8, place.Gated);
        }

        if (place.Because is { } reason)
        {
            json.WritePropertyName("because"u8);
            ValueJson.Write(json, reason);
        }
    }

    private static void WriteAnswers(Utf8JsonWriter json, IReadOnlyDictionary<string, string> answers)
    {
        json.WriteStartObject("answers"u8);
        foreach (var (name, answer) in answers)
        {
            json.WriteString(name, answer);
        }

        json.WriteEndObject();
    }

    /// <summary>A list is an array of rows, a row an array of its key and its values.</summary>
    private static void WriteLists(Utf8JsonWriter json, IReadOnlyDictionary<string, ImmutableArray<Row>> lists)
    {
        json.WriteStartObject("lists"u8);
        foreach (var (name, rows) in lists)
        {
            json.WriteStartArray(name);
            foreach (var row in rows)
            {
                json.WriteStartArray();
                json.WriteStringValue(row.Key);
                ValueJson.Write(json, row.Values);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
