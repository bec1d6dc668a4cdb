using CoopReach.Audit;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Engine.Text;

namespace CoopReach.Broadcasts;

/// <summary>What a broadcast says, in the language of each: read once, said for everybody.</summary>
internal sealed class BroadcastWords
{
    /// <summary>Six segments: the longest text people read on such a phone.</summary>
    public const int MostSeptets = 6 * 153;

    /// <summary>What may stand between braces.</summary>
    public static readonly IReadOnlyList<string> Placeholders = ["name", "number", "coop", "zone", "owed"];

    private readonly Dictionary<Language, FreeText> _texts;
    private readonly Dictionary<Language, string> _ends;

    private BroadcastWords(Dictionary<Language, FreeText> texts, Dictionary<Language, string> ends) => (_texts, _ends) = (texts, ends);

    /// <param name="end">The last line of each message, how to stop them; null for none.</param>
    /// <exception cref="RefusedException">A text is missing, too long, or has braces that mean nothing.</exception>
    public static BroadcastWords Read(string rw, string en, string fr, Func<Language, string>? end)
    {
        RefusedException.Unless(rw.Trim().Length > 0, "broadcasts.refused.no-text");
        var texts = new Dictionary<Language, FreeText>
        {
            [Language.Kinyarwanda] = ReadOne(rw),
            [Language.English] = ReadOne(en.Trim().Length > 0 ? en : rw),
            [Language.French] = ReadOne(fr.Trim().Length > 0 ? fr : rw),
        };

        return new(texts, end is null ? [] : Languages.All.ToDictionary(language => language, end));
    }

    /// <summary>The message as it is sent, in GSM-7; null when the text asks for a value this person has not.</summary>
    /// <param name="to">Whose values stand in it, in whose language.</param>
    /// <param name="isShared">More than one person gets it on this phone: it begins with whose it is.</param>
    public string? Say(Candidate to, bool isShared)
    {
        var text = _texts[to.Language];
        if (text.Say(to.Language, to.Values) is not { } said)
        {
            return null;
        }

        var named = isShared && !text.Names.Contains("name") ? $"{to.Name}: {said}" : said;
        return Transliteration.ToGsm7(_ends.TryGetValue(to.Language, out var end) ? $"{named.Trim()}\n{end}" : named.Trim());
    }

    private static FreeText ReadOne(string text)
    {
        var read = FreeText.Read(text.Trim());
        if (read.Misread is { } stray)
        {
            throw RefusedException.Because("broadcasts.refused.braces", "stray", stray);
        }

        if (read.Names.FirstOrDefault(name => !Placeholders.Contains(name)) is { } unknown)
        {
            throw RefusedException.Because("broadcasts.refused.placeholder", "name", unknown);
        }

        RefusedException.Unless(SmsDraft.Of(text).AsSent.Units <= MostSeptets, "broadcasts.refused.too-long");
        return read;
    }
}
