namespace CoopReach.Disputes;

/// <summary>An answer as it is typed.</summary>
public sealed class AnswerForm
{
    /// <summary>Settled or refused; empty until chosen.</summary>
    public string Kind { get; set; } = "";

    public string Text { get; set; } = "";
}
