using System.Buffers;
using System.Text;
using System.Text.Json;
using CoopReach.Engine.Phrases;

namespace CoopReach.Conversations;

/// <summary>One value as a row keeps it, to be said later in whatever language is asked for.</summary>
internal static class KeptValue
{
    public static string Write(Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        ValueJson.Write(json, value);
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static Value Read(string kept)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(kept));
        json.Read();
        return ValueJson.Read(ref json);
    }
}
