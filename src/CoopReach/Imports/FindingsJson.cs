using System.Buffers;
using System.Text;
using System.Text.Json;
using CoopReach.Conversations;
using CoopReach.Engine.Phrases;

namespace CoopReach.Imports;

/// <summary>Findings as a row keeps them: phrases and their values, so that they can be said later in whatever language is asked for.</summary>
internal static class FindingsJson
{
    public static string Write(IReadOnlyList<Value> findings)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        foreach (var finding in findings)
        {
            ValueJson.Write(json, finding);
        }

        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>None where they were emptied: whoever is erased is named in no finding either.</summary>
    public static IReadOnlyList<Value> Read(string kept)
    {
        var findings = new List<Value>();
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(kept.Length == 0 ? "[]" : kept));
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            findings.Add(ValueJson.Read(ref json));
        }

        return findings;
    }
}
