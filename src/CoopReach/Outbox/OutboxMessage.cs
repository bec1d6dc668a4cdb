namespace CoopReach.Outbox;

/// <summary>
/// A message that must go out. It is written in the transaction of its cause, so neither exists without the other; what it
/// says and to whom never changes afterwards, only how far it got.
/// </summary>
public sealed class OutboxMessage
{
    public long Id { get; init; }

    /// <summary>Says once: a second message with the same key is never written.</summary>
    public required string Key { get; init; }

    /// <summary>sms or whatsapp.</summary>
    public required string Channel { get; init; }

    /// <summary>E.164.</summary>
    public required string Phone { get; init; }

    public required string Body { get; init; }

    /// <summary>A WhatsApp template instead of the body, as the gateway takes it: its id, a space, its values as JSON.</summary>
    public string? Template { get; init; }

    /// <summary>What it is for: answer, receipt, notice, legal, broadcast.</summary>
    public required string Purpose { get; init; }

    /// <summary>The lower, the sooner: <see cref="OutboxQueue.PriorityOf"/>.</summary>
    public long Priority { get; init; }

    /// <summary>Whose messages it leaves with, where it is one of many.</summary>
    public long? PlanId { get; init; }

    public long? CooperativeId { get; init; }

    public long? PersonId { get; init; }

    /// <summary>What it was expected to cost, francs; 0 where nobody asked.</summary>
    public long Price { get; init; }

    /// <summary>What it costs by SMS when WhatsApp does not take it, francs; null where it has no other way.</summary>
    public long? FallbackPrice { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>See <see cref="MessageLife"/>.</summary>
    public required string Status { get; init; }

    public long Attempts { get; init; }

    public string? Gateway { get; init; }

    /// <summary>The gateway's own name for it.</summary>
    public string? ProviderId { get; init; }

    /// <summary>While it is being sent: whoever is sending it is given up for lost after this.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>When it was last handed to a gateway.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>What the gateway says it cost, ten-thousandths of a franc.</summary>
    public long? Cost { get; init; }

    /// <summary>Why it failed, waits or is unknown, for staff.</summary>
    public string? Reason { get; init; }
}

/// <summary>Many messages that leave together, may be held together and may cost so much together.</summary>
public sealed class OutboxPlan
{
    public long Id { get; init; }

    /// <summary>open: its messages leave; held: they wait.</summary>
    public required string State { get; init; }

    /// <summary>Why it is held: not-started, paused, budget, done.</summary>
    public string? HeldBecause { get; init; }

    /// <summary>The most it may cost, francs.</summary>
    public long Cap { get; init; }

    /// <summary>The price of all that was handed to a gateway and not refused, francs. Never above the cap.</summary>
    public long Spent { get; init; }

    /// <summary>Many of its messages say the same, and those stand side by side.</summary>
    public bool Together { get; init; }
}

/// <summary>A way out, as all nodes share it: how soon it may send again, and whether it is paused.</summary>
public sealed class OutboxGateway
{
    public required string Name { get; init; }

    /// <summary>The moment up to which its rate is used up.</summary>
    public DateTimeOffset FreeAt { get; init; }

    /// <summary>It goes on by itself then; never, where there is a reason and no time.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    public string? PausedBecause { get; init; }
}

/// <summary>What a gateway said about a message, kept until the message is known: a report may be quicker than the reply.</summary>
public sealed class DeliveryReport
{
    public long Id { get; init; }

    public required string Gateway { get; init; }

    public required string Channel { get; init; }

    public required string ProviderId { get; init; }

    public required string Phone { get; init; }

    /// <summary>accept, deliver or fail: triggers of <see cref="MessageLife"/>.</summary>
    public required string Says { get; init; }

    public string? Reason { get; init; }

    public bool Stops { get; init; }

    /// <inheritdoc cref="Report.Elsewhere"/>
    public bool Elsewhere { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>A number that wants no messages but those it asks for: told by its operator or by its owner.</summary>
public sealed class OutboxStop
{
    public required string Phone { get; init; }

    /// <summary>sms or whatsapp.</summary>
    public required string Channel { get; init; }

    /// <summary>Who told: gateway, member.</summary>
    public required string Source { get; init; }

    public DateTimeOffset Since { get; init; }
}
