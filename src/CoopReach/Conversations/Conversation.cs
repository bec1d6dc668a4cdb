namespace CoopReach.Conversations;

/// <summary>
/// One session of one phone: where it stands and what was answered last. The place itself is kept as JSON;
/// it never holds a PIN, and it is emptied when the session ends.
/// </summary>
public sealed class Conversation
{
    /// <summary>The network's id of the session.</summary>
    public required string SessionId { get; init; }

    public required string Channel { get; init; }

    /// <summary>E.164, for example +250788000101.</summary>
    public required string Phone { get; init; }

    /// <summary>Mobile network code as the gateway gave it; null when it gave none.</summary>
    public string? Network { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset LastAt { get; init; }

    /// <summary>How many inputs have been answered; the first screen is 0.</summary>
    public int Hop { get; init; }

    public bool Ended { get; init; }

    /// <summary>What the network said when the session was over: Success, Incomplete or Failed.</summary>
    public string? NetworkStatus { get; init; }

    /// <summary>The version of the menus this session started on.</summary>
    public required string Book { get; init; }

    /// <summary>The place in the menus, as JSON.</summary>
    public required string State { get; init; }

    /// <summary>The last answer, sent again byte for byte when the same hop comes again.</summary>
    public required string Reply { get; init; }

    /// <summary>Raised with every step; a step that finds another number starts over.</summary>
    public int Version { get; init; }
}

/// <summary>One screen of the transcript: what was typed (masked), what was shown, how long it took.</summary>
public sealed class ConversationStep
{
    public required string SessionId { get; init; }

    public int Hop { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Screen { get; init; }

    public required string Input { get; init; }

    public required string Text { get; init; }

    public int Milliseconds { get; init; }
}

/// <summary>The menus and phrases as they were when somebody started a session on them.</summary>
public sealed class PublishedBook
{
    public required string Version { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>The files, as JSON: name to text.</summary>
    public required string Content { get; init; }
}
