using System.Globalization;
using CoopReach.Audit;

namespace CoopReach.Broadcasts;

/// <summary>What is typed about an announcement until it is frozen, as it is typed.</summary>
public sealed class BroadcastForm
{
    /// <summary>The mark of what stood there when this was begun, or written down last (<see cref="BroadcastDraft.Mark"/>).</summary>
    public string Seen { get; set; } = "";

    public string Title { get; set; } = "";

    public string Purpose { get; set; } = "news";

    public string TextRw { get; set; } = "";

    public string TextEn { get; set; } = "";

    public string TextFr { get; set; } = "";

    public HashSet<long> Zones { get; set; } = [];

    public HashSet<string> Places { get; set; } = [];

    public HashSet<string> Products { get; set; } = [];

    public HashSet<string> Languages { get; set; } = [];

    public string Kind { get; set; } = "";

    public string Sex { get; set; } = "";

    /// <summary>since: delivered since that day; idle: delivered nothing since then; empty: whoever.</summary>
    public string Activity { get; set; } = "";

    public string ActivityDay { get; set; } = "";

    public string OwedAtLeast { get; set; } = "";

    public string DebtAtLeast { get; set; } = "";

    /// <summary>Member numbers, with anything between them.</summary>
    public string Members { get; set; } = "";

    public bool Uploaded { get; set; }

    /// <summary>Not as soon as it may, but on <see cref="Day"/> at <see cref="Time"/>.</summary>
    public bool IsLater { get; set; }

    public string Day { get; set; } = "";

    public string Time { get; set; } = "";

    /// <summary>The most it may cost; empty for its price.</summary>
    public string Cap { get; set; } = "";

    /// <summary>As it was written down.</summary>
    public static BroadcastForm Of(Broadcast row)
    {
        var who = Audience.FromJson(row.Audience);
        return new()
        {
            Seen = row.ToDraft().Mark, Title = row.Title, Purpose = row.Purpose, TextRw = row.TextRw, TextEn = row.TextEn, TextFr = row.TextFr,
            Zones = [.. who.Zones], Places = [.. who.Places], Products = [.. who.Products], Languages = [.. who.Languages],
            Kind = who.Kind ?? "", Sex = who.Sex ?? "",
            Activity = who.ActiveSince is not null ? "since" : who.IdleSince is not null ? "idle" : "",
            ActivityDay = Written(who.ActiveSince ?? who.IdleSince), OwedAtLeast = Written(who.OwedAtLeast), DebtAtLeast = Written(who.DebtAtLeast),
            Members = string.Join(", ", who.Members), Uploaded = who.Uploaded,
        };
    }

    /// <summary>Nothing is typed that is not written down. A day or a sum that is none cannot have been.</summary>
    public bool IsWritten()
    {
        try
        {
            return ToDraft().Mark == Seen;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    /// <summary>What the row says, with when it leaves as it is typed here.</summary>
    public BroadcastForm TakenFrom(Broadcast row)
    {
        var taken = Of(row);
        (taken.IsLater, taken.Day, taken.Time, taken.Cap) = (IsLater, Day, Time, Cap);
        return taken;
    }

    public BroadcastDraft ToDraft() => new(Title.Trim(), Purpose, TextRw.Trim(), TextEn.Trim(), TextFr.Trim(), ToAudience());

    /// <exception cref="RefusedException">A day or a sum is none.</exception>
    public Audience ToAudience() => new()
    {
        Zones = [.. Zones.Order()], Places = [.. Places.Order(StringComparer.Ordinal)], Products = [.. Products.Order(StringComparer.Ordinal)],
        Languages = [.. Languages.Order(StringComparer.Ordinal)],
        Kind = Kind.Length > 0 ? Kind : null, Sex = Sex.Length > 0 ? Sex : null,
        ActiveSince = Activity == "since" ? ReadDay(ActivityDay) : null, IdleSince = Activity == "idle" ? ReadDay(ActivityDay) : null,
        OwedAtLeast = ReadFrancs(OwedAtLeast), DebtAtLeast = ReadFrancs(DebtAtLeast),
        Members = [.. this.Members.Split([' ', ',', ';', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(IsNumber).Distinct()], Uploaded = Uploaded,
    };

    /// <summary>Francs however their thousands are written; null for nothing.</summary>
    /// <exception cref="RefusedException">It is no sum.</exception>
    public static long? ReadFrancs(string text)
    {
        var digits = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not (',' or '.')));
        return digits.Length == 0 ? null
            : long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var francs) && francs <= 1_000_000_000 ? francs
            : throw RefusedException.Because("broadcasts.refused.no-sum", "text", text);
    }

    private static DateOnly ReadDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day)
        ? day
        : throw RefusedException.Because("broadcasts.refused.no-day");

    private static bool IsNumber(string word) => word.Length <= 20 && word.All(char.IsAsciiLetterOrDigit);

    private static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Written(long? francs) => francs?.ToString(CultureInfo.InvariantCulture) ?? "";
}
