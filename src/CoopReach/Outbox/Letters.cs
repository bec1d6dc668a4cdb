namespace CoopReach.Outbox;

/// <summary>Messages that say the same and stand side by side go in one letter, as many as a request can take.</summary>
internal static class Letters
{
    public static List<ClaimedLetter> Of(IReadOnlyList<ClaimedMessage> messages, int mostTogether)
    {
        var letters = new List<ClaimedLetter>();
        var together = new List<ClaimedMessage>();
        foreach (var message in messages)
        {
            if (together.Count > 0 && (together.Count == mostTogether || !SaysTheSame(together[0], message)))
            {
                letters.Add(Close(together));
                together = [];
            }

            together.Add(message);
        }

        return together.Count == 0 ? letters : [.. letters, Close(together)];
    }

    private static bool SaysTheSame(ClaimedMessage one, ClaimedMessage other) => one.Body == other.Body && one.Template == other.Template;

    private static ClaimedLetter Close(List<ClaimedMessage> together) =>
        new(new Letter(together[0].Body, together[0].Template, [.. together.Select(message => new Addressee(message.Id, message.Phone))]), together);
}
