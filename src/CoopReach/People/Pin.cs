namespace CoopReach.People;

/// <summary>What makes a PIN: five digits that are not among the first anybody would try.</summary>
public static class Pin
{
    public const int Length = 5;

    private const string Up = "01234567890";
    private const string Down = "09876543210";

    public static bool IsWellFormed(string? text) => text?.Length == Length && text.All(char.IsAsciiDigit);

    /// <summary>Why this cannot be the new PIN, as the key of a phrase; null when it can.</summary>
    public static string? Refusal(string? pin, string phone, string memberNumber, long? birthYear) =>
        !IsWellFormed(pin) ? "settings.pin-five-digits"
        : IsWeak(pin!, phone, memberNumber, birthYear) ? "settings.pin-weak"
        : null;

    /// <summary>
    /// Easy to guess: one or two digits repeated, a row up or down, a palindrome, the year of birth, the end of the phone
    /// number, or the member number.
    /// </summary>
    public static bool IsWeak(string pin, string phone, string memberNumber, long? birthYear) =>
        pin.Distinct().Count() <= 2
        || Up.Contains(pin, StringComparison.Ordinal)
        || Down.Contains(pin, StringComparison.Ordinal)
        || pin.SequenceEqual(pin.Reverse())
        || phone.EndsWith(pin, StringComparison.Ordinal)
        || (memberNumber.Length > 2 && pin.Contains(memberNumber, StringComparison.Ordinal))
        || pin == memberNumber.PadLeft(Length, '0')
        || (birthYear is { } year && pin.Contains($"{year}", StringComparison.Ordinal));
}
