using CoopReach.Data;

namespace CoopReach.Conversations;

/// <summary>One session of one phone. Where it stands is its last <see cref="ConversationStep"/>.</summary>
public sealed class Conversation
{
    public long Id { get; init; }

    /// <summary>The network's id of the session.</summary>
    public required string SessionId { get; init; }

    public required string Channel { get; init; }

    /// <summary>E.164, for example +250788000101.</summary>
    public required string Phone { get; init; }

    /// <summary>Mobile network code as the gateway gave it; null when it gave none.</summary>
    public string? Network { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The version of the menus this session started on.</summary>
    public required string Book { get; init; }

    /// <summary>What the network said when the session was over: Success, Incomplete or Failed.</summary>
    public string? NetworkStatus { get; init; }
}

/// <summary>
/// One hop: what was typed (masked), what was shown, and where the member stands since. It is written once, so a step costs
/// one row at the end of one table; the place in it is emptied when the session ends.
/// </summary>
public sealed class ConversationStep
{
    public long ConversationId { get; init; }

    /// <summary>How many inputs have been answered; the first screen is 0.</summary>
    public int Hop { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Screen { get; init; }

    public required string Input { get; init; }

    /// <summary>The answer, sent again byte for byte when the same hop comes again.</summary>
    public required string Text { get; init; }

    public bool Ends { get; init; }

    /// <summary>The place in the menus, as JSON. It never holds a PIN.</summary>
    public required string State { get; init; }

    public int Milliseconds { get; init; }
}

/// <summary>The menus and phrases as they were when somebody started a session on them.</summary>
[SeenByAll]
public sealed class PublishedBook
{
    public required string Version { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>The files, as JSON: name to text.</summary>
    public required string Content { get; init; }
}
