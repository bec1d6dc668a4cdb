namespace CoopReach.Conversations;

/// <summary>Section <c>Conversations</c> of the settings.</summary>
public sealed class ConversationSettings
{
    /// <summary>The code people dial.</summary>
    public string ServiceCode { get; set; } = "*384*2667#";

    /// <summary>Septets a screen may have; 182 is the most that GSM allows.</summary>
    public int ScreenLimit { get; set; } = 160;

    /// <summary>Septets by network code, where a network shows more or less than the rest.</summary>
    public Dictionary<string, int> ScreenLimits { get; set; } = [];

    /// <summary>How long an answer may take before it is sent by SMS instead.</summary>
    public TimeSpan ReplyBudget { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long after a cut line a redial may go on where it was. Zero: never.</summary>
    public TimeSpan ResumeWithin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long transcripts are kept, in days.</summary>
    public int TranscriptDays { get; set; } = 90;

    public int LimitOf(string? network) =>
        Math.Clamp(network is not null && ScreenLimits.TryGetValue(network, out var own) ? own : ScreenLimit, 100, 182);
}
