using CoopReach.Engine.Phrases;

namespace CoopReach.Office.Messages;

/// <summary>Why a message failed, waits or is unknown, in the reader's words where it was us who wrote it down.</summary>
public static class Reasons
{
    private static readonly Dictionary<string, string> Ours = new()
    {
        ["a person said so"] = "office.messages.reason.person",
        ["opted out"] = "office.messages.reason.opted-out",
        ["called off"] = "office.messages.reason.called-off",
        ["the node that was sending it is gone"] = "office.messages.reason.lost",
        ["enough messages this week"] = "office.messages.reason.enough",
    };

    public static Value Say(string reason) => Ours.TryGetValue(reason, out var phrase)
        ? Value.Phrase(phrase)
        : Value.Phrase("office.messages.reason.gateway", ("said", reason));
}
