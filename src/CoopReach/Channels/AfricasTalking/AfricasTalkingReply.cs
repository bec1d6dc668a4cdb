using System.Text.Json;
using CoopReach.Channels.Gateways;
using CoopReach.Engine;
using CoopReach.Outbox;

namespace CoopReach.Channels.AfricasTalking;

/// <summary>
/// The reply to a send. Success is read recipient by recipient: it comes with 2xx even when nobody was sent anything, and
/// in any order.
/// </summary>
internal static class AfricasTalkingReply
{
    public static SendResult Read(Letter letter, ProviderReply reply)
    {
        if (!reply.IsSuccess || Data(reply.Body) is not { } data)
        {
            return HttpVerdict.Of(letter, reply);
        }

        var recipients = data.GetProperty("Recipients");
        return recipients.GetArrayLength() == 0 ? ReadRefusal(letter, TextOf(data, "Message")) : ReadEach(letter, recipients);
    }

    /// <summary>Null when it is not the JSON that was promised.</summary>
    private static JsonElement? Data(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("SMSMessageData", out var data) && data.ValueKind == JsonValueKind.Object
                && data.TryGetProperty("Recipients", out var recipients) && recipients.ValueKind == JsonValueKind.Array
                ? data.Clone()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Nobody at all was sent anything; the message says why.</summary>
    private static SendResult ReadRefusal(Letter letter, string message)
    {
        var account = new[] { RecipientStatus.InvalidSenderId, RecipientStatus.InsufficientBalance }
            .FirstOrDefault(name => message.Contains(name, StringComparison.OrdinalIgnoreCase));

        return account is null
            ? SendResult.ForAll(letter, new Verdict(Fate.Refused, Reason: message.Length == 0 ? "refused without a reason" : Reason.Of(message)))
            : SendResult.ForAll(letter, new Verdict(Fate.Held, Reason: account), new Halt(account, null));
    }

    private static SendResult ReadEach(Letter letter, JsonElement recipients)
    {
        var told = recipients.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object)
            .GroupBy(NumberOf).ToDictionary(same => same.Key, same => new Queue<JsonElement>(same));
        var answers = letter.To.Select(to => told.TryGetValue(to.Phone, out var mine) && mine.TryDequeue(out var one)
            ? RecipientAnswer.Of(one)
            : RecipientAnswer.Missing).ToList();
        var halt = answers.Select(answer => answer.Halt).FirstOrDefault(halt => halt is not null);

        return new SendResult([.. answers.Select(answer => answer.Verdict)], halt);
    }

    private static string NumberOf(JsonElement recipient) => PhoneNumber.TryParse(TextOf(recipient, "number"), out var number) ? number : "";

    internal static string TextOf(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
