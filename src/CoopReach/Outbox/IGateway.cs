namespace CoopReach.Outbox;

/// <summary>A provider that takes messages for one channel. It says what came of a request and decides nothing.</summary>
public interface IGateway
{
    /// <summary>africastalking-sms, twilio-whatsapp, simulated-sms: the provider and the channel.</summary>
    string Name { get; }

    /// <summary>sms or whatsapp.</summary>
    string Channel { get; }

    /// <summary>How many recipients of one text a request can take.</summary>
    int MostTogether { get; }

    /// <summary>
    /// One request for all recipients of the letter. Never throws for what the world does: a dead line or a reply nobody
    /// can read is a verdict.
    /// </summary>
    /// <param name="letter">At least one recipient, at most <see cref="MostTogether"/>.</param>
    /// <param name="stopping">The service is going down. What has left must still be waited for.</param>
    Task<SendResult> SendAsync(Letter letter, CancellationToken stopping);
}

/// <summary>One text to one recipient or several.</summary>
/// <param name="Template">A WhatsApp template instead of the body: its id, a space, its values as JSON.</param>
/// <param name="To">Our id of each message, and the number it goes to.</param>
public sealed record Letter(string Body, string? Template, IReadOnlyList<Addressee> To);

/// <param name="MessageId">Our own id, for gateways that hand it back.</param>
/// <param name="Phone">E.164.</param>
public readonly record struct Addressee(long MessageId, string Phone);

/// <summary>What became of each recipient, in the order of the letter, and whether the gateway needs a pause.</summary>
public sealed record SendResult(IReadOnlyList<Verdict> Verdicts, Halt? Halt = null)
{
    /// <summary>The same for every recipient.</summary>
    public static SendResult ForAll(Letter letter, Verdict verdict, Halt? halt = null) =>
        new([.. letter.To.Select(_ => verdict)], halt);
}

/// <summary>What became of one recipient.</summary>
/// <param name="Fate">See <see cref="Outbox.Fate"/>.</param>
/// <param name="ProviderId">The gateway's name for the message, where it gave one.</param>
/// <param name="Cost">Ten-thousandths of a franc, where it said so in francs.</param>
/// <param name="Reason">In a few words, for staff: UserInBlacklist (406).</param>
/// <param name="Stops">The recipient wants no more messages.</param>
public sealed record Verdict(Fate Fate, string? ProviderId = null, long? Cost = null, string? Reason = null, bool Stops = false);

public enum Fate
{
    /// <summary>The gateway took it.</summary>
    Accepted,

    /// <summary>The gateway did not take it and will not later.</summary>
    Refused,

    /// <summary>Not taken, because this channel cannot reach the recipient now; another may.</summary>
    Elsewhere,

    /// <summary>The gateway certainly did not take it, and may later.</summary>
    Later,

    /// <summary>Certainly not taken, and not because of this message: it waits for the gateway and no try is counted.</summary>
    Held,

    /// <summary>Perhaps it was taken. Never sent again by itself.</summary>
    Unknown,
}

/// <summary>The gateway takes nothing for now.</summary>
/// <param name="For">How long; null until a person has seen to the account.</param>
public sealed record Halt(string Reason, TimeSpan? For);
