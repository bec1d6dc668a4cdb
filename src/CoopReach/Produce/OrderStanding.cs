using CoopReach.Engine;
using CoopReach.Engine.Phrases;

namespace CoopReach.Produce;

/// <summary>Where an order stands, computed from its rows each time: paid is never a stored flag.</summary>
/// <param name="Paid">Sum of its payments and of those of the order it stands instead of, francs.</param>
/// <param name="Dispute">The last of contested, withdrawn, settled; null when it was never contested.</param>
internal sealed record OrderStanding(long Net, long Paid, DateTimeOffset? LastPaidAt, string? Dispute, bool Reversed, DateOnly DueOn)
{
    /// <summary>The word for a list.</summary>
    public Value Status => Value.Phrase($"produce.status.{Name}");

    /// <summary>The sentence for the order itself.</summary>
    public Value Sentence(DateOnly today) => Name switch
    {
        "unpaid" when DueOn < today => Say("late", "day", Value.Day(DueOn)),
        "unpaid" => Say("unpaid", "day", Value.Day(DueOn)),
        "part" => Say("part", "paid", new Francs(Paid)),
        "paid" when LastPaidAt is { } day => Say("paid", "day", Value.Day(Kigali.Date(day))),
        "paid" => Value.Phrase("produce.state.nothing-left"),
        var name => Value.Phrase($"produce.state.{name}"),
    };

    private string Name => NameOf(Reversed, Dispute, Net, Paid);

    /// <summary>The one word for it, on a phone and on paper: reversed, contested, paid, part or unpaid.</summary>
    internal static string NameOf(bool reversed, string? dispute, long net, long paid) =>
        reversed ? "reversed"
        : dispute == OrderEvent.Contested ? "contested"
        : paid >= net ? "paid"
        : paid > 0 ? "part"
        : "unpaid";

    private static Value Say(string state, string name, Value value) =>
        Value.Phrase($"produce.state.{state}", new Dictionary<string, Value> { [name] = value });
}
