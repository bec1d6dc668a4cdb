using CoopReach.Engine.Phrases;

namespace CoopReach.Imports;

/// <summary>A file that cannot be taken; <see cref="Why"/> says what to do about it. Nothing was written.</summary>
public sealed class BadFileException(Value why) : Exception(why.Text)
{
    /// <summary>A phrase of the family imports.refused, with its values.</summary>
    public Value Why => why;

    internal static BadFileException Because(string phrase, params ReadOnlySpan<(string Name, Value Value)> with) => new(Value.Phrase(phrase, with));

    internal static BadFileException NoList() => Because("imports.refused.no-list");
}
