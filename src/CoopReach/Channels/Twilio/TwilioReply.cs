using System.Text.Json;
using CoopReach.Channels.Gateways;
using CoopReach.Outbox;

namespace CoopReach.Channels.Twilio;

/// <summary>The reply to a send: the message with its id, or an error with its code.</summary>
internal static class TwilioReply
{
    public static SendResult Read(Letter letter, ProviderReply reply, DateTimeOffset now)
    {
        var said = Parse(reply.Body);
        var error = reply.IsSuccess ? said.MessageError : said.Error;
        if (error is { } code && TwilioError.All.TryGetValue(code, out var known))
        {
            return known.Result(letter, code, said.Sid, HttpVerdict.PauseOf(reply), now);
        }

        return reply.IsSuccess && said.Sid is { } sid
            ? SendResult.ForAll(letter, new Verdict(Fate.Accepted, sid))
            : WithCode(HttpVerdict.Of(letter, reply), error);
    }

    private static SendResult WithCode(SendResult result, int? code) => code is null
        ? result
        : result with { Verdicts = [.. result.Verdicts.Select(verdict => verdict with { Reason = $"{verdict.Reason}, Twilio error {code}" })] };

    private static Said Parse(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object ? new(Sid(root), Number(root, "error_code"), Number(root, "code")) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Sid(JsonElement root) =>
        root.TryGetProperty("sid", out var sid) && sid.ValueKind == JsonValueKind.String && sid.GetString() is { Length: > 0 and <= 64 } text ? text : null;

    private static int? Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private readonly record struct Said(string? Sid, int? MessageError, int? Error);
}
