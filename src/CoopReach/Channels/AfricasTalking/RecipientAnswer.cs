using System.Globalization;
using System.Text.Json;
using CoopReach.Outbox;

namespace CoopReach.Channels.AfricasTalking;

/// <summary>One recipient of the reply: what became of the message, and whether the account needs a pause.</summary>
internal readonly record struct RecipientAnswer(Verdict Verdict, Halt? Halt = null)
{
    public static readonly RecipientAnswer Missing = new(new Verdict(Fate.Unknown, Reason: "the reply does not name this recipient"));

    private const string Francs = "RWF ";
    private const long TenThousandths = 10_000;

    public static RecipientAnswer Of(JsonElement recipient)
    {
        if (CodeOf(recipient) is not { } code)
        {
            return new(new Verdict(Fate.Unknown, Reason: "the reply has no status for this recipient"));
        }

        var status = RecipientStatus.Of(code);
        var reason = status.Fate == Fate.Accepted ? null : status.Reason(code);
        var verdict = new Verdict(
            status.Fate, IdOf(AfricasTalkingReply.TextOf(recipient, "messageId")), CostOf(AfricasTalkingReply.TextOf(recipient, "cost")), reason, status.Stops);

        return new(verdict, status.Pauses ? new Halt(status.Reason(code), null) : null);
    }

    /// <summary>A number, or the same as text.</summary>
    private static int? CodeOf(JsonElement recipient)
    {
        var said = recipient.TryGetProperty("statusCode", out var code) ? code.ToString() : "";
        return int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The word None stands where there is no id, and would tie all refused messages together.</summary>
    private static string? IdOf(string id) => id.Length is 0 or > 128 || id.Equals("None", StringComparison.OrdinalIgnoreCase) ? null : id;

    /// <summary>"RWF 10.0000" is 100,000 ten-thousandths; another currency says nothing in francs.</summary>
    private static long? CostOf(string cost) =>
        cost.StartsWith(Francs, StringComparison.Ordinal)
        && decimal.TryParse(cost[Francs.Length..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var francs) && francs < 1_000_000
            ? (long)(francs * TenThousandths)
            : null;
}
