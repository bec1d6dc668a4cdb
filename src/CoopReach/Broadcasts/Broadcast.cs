using CoopReach.Engine;

namespace CoopReach.Broadcasts;

/// <summary>
/// One text to many members. Until it is planned it can be changed; planning freezes its words, its recipients and its
/// price, and from then on it can only be let go, held or called off.
/// </summary>
public sealed class Broadcast
{
    public long Id { get; init; }

    public long CooperativeId { get; init; }

    /// <summary>See <see cref="BroadcastLife"/>.</summary>
    public required string State { get; init; }

    public required string Title { get; init; }

    /// <summary>news, or legal: what the law says members must be told, which nobody can opt out of.</summary>
    public required string Purpose { get; init; }

    public required string TextRw { get; init; }

    /// <summary>Empty: the Kinyarwanda text is sent.</summary>
    public required string TextEn { get; init; }

    /// <inheritdoc cref="TextEn"/>
    public required string TextFr { get; init; }

    /// <summary>Whom it is for, <see cref="Broadcasts.Audience"/> as JSON.</summary>
    public required string Audience { get; init; }

    /// <summary>The messages it became.</summary>
    public long? PlanId { get; init; }

    /// <summary>What all of them cost at the most, francs: those on WhatsApp may have to go by SMS.</summary>
    public long Price { get; init; }

    public long Messages { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public required string DraftedBy { get; init; }

    public string? SubmittedBy { get; init; }

    public string? ApprovedBy { get; init; }

    /// <summary>Why the second person sent it back to whoever wrote it; null when nobody did, or when it was submitted since.</summary>
    public string? SentBack { get; init; }

    public string? SentBackBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PlannedAt { get; init; }

    /// <summary>What is said in each language in which something is written.</summary>
    public IEnumerable<(Language Language, string Text)> Texts =>
        new[] { (Language.Kinyarwanda, TextRw), (Language.English, TextEn), (Language.French, TextFr) }.Where(one => one.Item2.Length > 0);

    public BroadcastDraft ToDraft() => new(Title, Purpose, TextRw, TextEn, TextFr, Broadcasts.Audience.FromJson(Audience));
}

/// <summary>A phone of the list uploaded for a broadcast. It is forgotten when the broadcast has begun.</summary>
public sealed class BroadcastNumber
{
    public long BroadcastId { get; init; }

    /// <summary>E.164.</summary>
    public required string Phone { get; init; }
}

/// <summary>Somebody of the audience who gets no message, and why: to be told some other way.</summary>
public sealed class LeftOut
{
    public const string NoPhone = "no-phone";
    public const string OptedOut = "opted-out";
    public const string NoConsent = "no-consent";
    public const string EnoughThisWeek = "enough-this-week";
    public const string NoValue = "no-value";

    public long BroadcastId { get; init; }

    public long PersonId { get; init; }

    /// <summary>no-phone, opted-out, no-consent, enough-this-week, or no-value: the text asks for something this person has not.</summary>
    public required string Reason { get; init; }
}
