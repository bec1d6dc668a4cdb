using System.Text.Json;
using CoopReach.Engine.Phrases;

namespace CoopReach.Conversations;

/// <summary>
/// A value as it is kept to be said later: an array of its kind, its text or number, and the placeholders of a phrase that
/// has some. Kinds are written by their number: a new one goes behind the others.
/// </summary>
internal static class ValueJson
{
    public delegate T ReadOne<out T>(ref Utf8JsonReader json);

    public static void Write(Utf8JsonWriter json, Value value)
    {
        json.WriteStartArray();
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
            Write(json, value.With);
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, Value> values)
    {
        json.WriteStartObject();
        foreach (var (name, value) in values)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    public static Value Read(ref Utf8JsonReader json)
    {
        json.Read();
        var kind = (ValueKind)json.GetInt32();
        json.Read();
        var text = json.TokenType == JsonTokenType.String ? json.GetString() : null;
        var amount = text is null ? json.GetInt64() : 0;
        json.Read();
        var with = json.TokenType == JsonTokenType.StartObject ? ReadMap(ref json, Read) : null;
        if (with is not null)
        {
            json.Read();
        }

        return (kind, with) switch
        {
            (ValueKind.Text, _) => Value.Of(text!),
            (ValueKind.Phrase, null) => Value.Phrase(text!),
            (ValueKind.Phrase, _) => Value.Phrase(text!, with),
            _ => Value.Of(kind, amount),
        };
    }

    public static Dictionary<string, T> ReadMap<T>(ref Utf8JsonReader json, ReadOne<T> one)
    {
        var map = new Dictionary<string, T>();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            map[name] = one(ref json);
        }

        return map;
    }
}
