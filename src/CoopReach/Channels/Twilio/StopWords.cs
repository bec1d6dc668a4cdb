namespace CoopReach.Channels.Twilio;

/// <summary>What somebody wants of our messages.</summary>
internal enum Wish
{
    None,
    Stop,
    Start,
}

/// <summary>
/// The words by which people stop our messages and take them up again. END and CANCEL, which networks know too, are not
/// among them: people write them to leave a menu.
/// </summary>
internal static class StopWords
{
    private static readonly HashSet<string> Stop = ["STOP", "STOPALL", "UNSUBSCRIBE", "HAGARIKA", "ARRET"];
    private static readonly HashSet<string> Start = ["START", "TANGIRA", "REPRENDRE"];

    /// <summary>Case, accents, spaces and the mark at the end do not matter; another word beside it does.</summary>
    public static Wish Read(string text)
    {
        var bare = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).TrimEnd('.', '!', '?', ',', ';', ':');
        var word = bare.Length > 32 ? "" : WithoutAccents(bare);

        return Stop.Contains(word) ? Wish.Stop : Start.Contains(word) ? Wish.Start : Wish.None;
    }

    private static string WithoutAccents(string word) => word.ToUpperInvariant().Replace("Ê", "E", StringComparison.Ordinal).Replace("\u0302", "", StringComparison.Ordinal);
}
