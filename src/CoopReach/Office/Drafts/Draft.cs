namespace CoopReach.Office.Drafts;

/// <summary>What somebody typed and has not sent: nobody else's, and gone once it is sent.</summary>
public sealed class Draft
{
    public long UserId { get; init; }

    /// <summary>The form it belongs to: broadcast:12.</summary>
    public required string Place { get; init; }

    /// <summary>The form as JSON.</summary>
    public required string Text { get; init; }

    public DateTimeOffset SavedAt { get; init; }
}
