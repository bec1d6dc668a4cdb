using System.Diagnostics.CodeAnalysis;
using CoopReach.Engine.Phrases;

namespace CoopReach.Audit;

/// <summary>
/// What staff asked for was not done, and nothing was written. <see cref="Why"/> says so to whoever asked, in their language,
/// and what to do instead.
/// </summary>
public sealed class RefusedException(Value why) : Exception(why.Text)
{
    /// <summary>A phrase of the room that refuses, with its values: payments.refused, registry.refused and their like.</summary>
    public Value Why => why;

    internal static RefusedException Because(string phrase, params ReadOnlySpan<(string Name, Value Value)> with) => new(Value.Phrase(phrase, with));

    internal static RefusedException Because(string phrase, string name, Value value) => Because(phrase, (name, value));

    /// <exception cref="RefusedException">It does not hold.</exception>
    internal static void Unless([DoesNotReturnIf(false)] bool holds, string phrase)
    {
        if (!holds)
        {
            throw Because(phrase);
        }
    }
}
