namespace CoopReach.Channels.Handset;

/// <summary>What the phone sends after Send: the whole text so far, joined by '*', as a network would.</summary>
internal sealed record HandsetKeys(string SessionId, string Phone, string Network, string Text = "")
{
    /// <summary>What is wrong with it, or null. The phone itself never sends such a thing.</summary>
    public string? Fault() => Caller.Fault(SessionId, Phone, Network) ?? (Text is { Length: <= 1000 } ? null : "text is missing or too long");
}

/// <summary>The end of a session as the phone saw it.</summary>
/// <param name="Status">Success when the service ended it, Incomplete when the owner hung up, Failed when the line broke.</param>
/// <param name="Milliseconds">How long the session was open.</param>
/// <param name="Hops">How many answers the phone got.</param>
internal sealed record HandsetHangUp(string SessionId, string Phone, string Network, string Status, long Milliseconds = 0, int Hops = 0)
{
    public string? Fault() =>
        Caller.Fault(SessionId, Phone, Network) ?? (Status is "Success" or "Incomplete" or "Failed" ? null : "status is not known");
}

/// <summary>Whose inbox to read.</summary>
internal sealed record HandsetOwner(string Phone);

/// <summary>One answer of the service as the phone shows it.</summary>
/// <param name="Status">The HTTP status of the hook; 502 when it did not answer at all, or not in the form of a network.</param>
/// <param name="Text">The screen without its CON or END.</param>
/// <param name="Septets">Length of the screen in the phone alphabet; null when a character is not in it.</param>
/// <param name="Milliseconds">From the request to the last byte of the answer.</param>
internal sealed record HandsetAnswer(int Status, string Text, bool Ends, int? Septets, long Milliseconds);

/// <summary>The three facts every request of the phone names.</summary>
internal static class Caller
{
    public static string? Fault(string sessionId, string phone, string network) =>
        sessionId is not { Length: > 0 and <= 64 } ? "sessionId is missing or too long"
        : phone is not { Length: > 0 and <= 20 } ? "phone is missing or too long"
        : network is not { Length: > 0 and <= 10 } ? "network is missing or too long"
        : null;
}
