namespace CoopReach.Outbox;

/// <summary>What a member wants to hear by SMS, and which messages that lets through.</summary>
public static class MessageLevel
{
    public const string All = "all";
    public const string Essential = "essential";
    public const string Legal = "legal";

    /// <summary>
    /// Whether a message of this kind may go out. Legal notices and the safety of the account always may, and so does what
    /// the member just asked for; deliveries and payments unless only legal notices are wanted; everything else only to
    /// those who want all. A kind that is not known is treated as news.
    /// </summary>
    public static bool MayReceive(string level, string kind) => kind switch
    {
        "legal" or "notice" or "answer" => true,
        "delivery" or "payment" or "receipt" => level is All or Essential,
        _ => level == All,
    };

    /// <summary>For a query: the levels, quoted, that let this kind through.</summary>
    internal static string Receiving(string kind) =>
        string.Join(", ", new[] { All, Essential, Legal }.Where(level => MayReceive(level, kind)).Select(level => $"'{level}'"));
}
