using System.Text.RegularExpressions;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Engine.Text;

namespace CoopReach.Broadcasts;

/// <summary>A text while it is being written, as it would be sent to one member.</summary>
/// <param name="Sent">With the member's values and the last line, in the alphabet of phones.</param>
/// <param name="Size">What is paid for.</param>
/// <param name="SegmentsAsTyped">What it would be were it sent letter by letter as it stands.</param>
/// <param name="Fits">Of the characters typed, how many the first SMS carries.</param>
/// <param name="Foreign">The first character phones do not have; null when all are theirs.</param>
public sealed partial record Composed(string Typed, string Sent, SmsSize Size, int SegmentsAsTyped, int Fits, CostlyCharacter? Foreign)
{
    private const int Alone = 160;
    private const int Part = 153;

    /// <summary>Units there is room for in what is paid for.</summary>
    public int Room => Size.Segments == 1 ? Alone : Size.Segments * Part;

    /// <summary>How full the part of that number is, from 0, in hundredths.</summary>
    public int Filled(int part)
    {
        var room = Size.Segments == 1 ? Alone : Part;
        return Math.Clamp((Size.Units - (part * room)) * 100 / room, 0, 100);
    }

    /// <summary>The foreign character, wherever it stands, gives way to what phones have; one that nothing stands for goes.</summary>
    public string Replaced() => Foreign is { } foreign
        ? Typed.Replace(foreign.Character, foreign.Instead == "?" ? "" : foreign.Instead, StringComparison.Ordinal)
        : Typed;

    /// <summary>What was typed, cut where it is to be shown otherwise.</summary>
    public IEnumerable<(string Text, bool IsPast, bool IsForeign)> Pieces()
    {
        var cuts = new SortedSet<int> { 0, Typed.Length };
        if (Size.Segments > 1)
        {
            cuts.Add(Fits);
        }

        if (Foreign is { } foreign)
        {
            cuts.UnionWith([foreign.At, foreign.At + foreign.Character.Length]);
        }

        return cuts.Zip(cuts.Skip(1), (from, to) => (Typed[from..to], Size.Segments > 1 && from >= Fits, from == Foreign?.At));
    }

    /// <summary>What is sent, one text for each SMS.</summary>
    public IEnumerable<string> Parts()
    {
        var (room, from, used) = (Size.Segments == 1 ? Alone : Part, 0, 0);
        for (var at = 0; at < Sent.Length; at++)
        {
            if ((used += Gsm7.Cost(Sent[at])) > room)
            {
                yield return Sent[from..at];
                (from, used) = (at, Gsm7.Cost(Sent[at]));
            }
        }

        yield return Sent[from..];
    }

    /// <param name="values">Of the member; a placeholder without a value stays as it is typed.</param>
    /// <param name="end">The last line; empty for none.</param>
    public static Composed Of(string typed, Language language, IReadOnlyDictionary<string, Value> values, string end)
    {
        var tail = end.Length == 0 || typed.Length == 0 ? "" : $"\n{end}";
        var filled = Placeholder().Replace(typed.Trim(), found => ValueOf(found, language, values)) + tail;
        var sent = Transliteration.ToGsm7(filled);
        var foreign = SmsDraft.Of(typed).Costly.FirstOrDefault(one => one.Instead != one.Character);

        return new(typed, sent, SmsSize.Of(sent), SmsSize.Of(filled).Segments, FitsIn(typed, language, values, Alone - Cost(tail)), foreign);
    }

    private static int FitsIn(string typed, Language language, IReadOnlyDictionary<string, Value> values, int room)
    {
        var (at, used) = (0, 0);
        while (at < typed.Length)
        {
            var found = Placeholder().Match(typed, at);
            var (taken, cost) = found.Success && found.Index == at
                ? (found.Length, Cost(ValueOf(found, language, values)))
                : char.IsSurrogatePair(typed, at) ? (2, Cost(typed.Substring(at, 2))) : (1, Cost(typed.Substring(at, 1)));
            if ((used += cost) > room)
            {
                return at;
            }

            at += taken;
        }

        return at;
    }

    private static string ValueOf(Match found, Language language, IReadOnlyDictionary<string, Value> values) =>
        FreeText.Read(found.Value).Say(language, values) ?? found.Value;

    private static int Cost(string text) => SmsSize.Of(Transliteration.ToGsm7(text)).Units;

    [GeneratedRegex(@"\{\{[a-z]+\}\}")]
    private static partial Regex Placeholder();
}
