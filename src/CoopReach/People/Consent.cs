namespace CoopReach.People;

/// <summary>One agreement to one purpose, by a person or by a phone whose owner is not known yet.</summary>
public sealed class Consent
{
    public long Id { get; init; }

    public long? PersonId { get; init; }

    public string? PhoneNumber { get; init; }

    /// <summary>What was agreed to, for example service.</summary>
    public required string Purpose { get; init; }

    /// <summary>Which wording was agreed to.</summary>
    public required string TextVersion { get; init; }

    /// <summary>The language the wording was shown in: rw, en or fr.</summary>
    public required string Language { get; init; }

    /// <summary>Where it was given: ussd, whatsapp, office.</summary>
    public required string Channel { get; init; }

    public DateTimeOffset GivenAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }
}
