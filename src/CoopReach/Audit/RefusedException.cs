using CoopReach.Engine.Phrases;

namespace CoopReach.Audit;

/// <summary>The money did not move and nothing was written. <see cref="Why"/> says so to whoever asked, in their language.</summary>
public sealed class RefusedException(Value why) : Exception(why.Text)
{
    /// <summary>A phrase of the family payments.refused.</summary>
    public Value Why => why;

    internal static RefusedException Because(string phrase) => new(Value.Phrase(phrase));

    internal static RefusedException Because(string phrase, string name, Value value) =>
        new(Value.Phrase(phrase, new Dictionary<string, Value> { [name] = value }));
}
