using CoopReach.Conversations;
using CoopReach.Engine.Phrases;
using CoopReach.Engine;
using CoopReach.Produce;

namespace CoopReach.Collecting;

/// <summary>Reads what a collector types: kilograms with a comma or a dot, percents of moisture.</summary>
internal static class Scale
{
    private const string MostMoisture = "select most_moisture_tenths from products where cooperative_id = $1 and name = $2";

    // A lorry of one farmer is more than anybody brings to a collection point at once.
    private static readonly Weight Most = new(5_000_000);

    private const long MostLoad = 99_999_900;

    /// <summary>The phrase of what is wrong; null when the weight is one.</summary>
    public static Value? ReadGross(string typed, out Weight gross) =>
        !Typed.TryWeight(typed, out gross) || gross.Grams <= 0 || gross.Grams > Most.Grams ? Value.Phrase("collector.bad-weight") : null;

    public static Value? ReadTare(string typed, Weight gross, out Weight tare) =>
        !Typed.TryWeight(typed, out tare) || tare.Grams >= gross.Grams ? Value.Phrase("collector.bad-tare") : null;

    /// <summary>Whole loads of a day, nothing too.</summary>
    public static bool TryLoad(string typed, out Weight load) => Typed.TryWeight(typed, out load) && load.Grams <= MostLoad;

    /// <summary>Tenths of a percent, one decimal at most; a kilogram is read like a percent.</summary>
    public static Value? ReadMoisture(string typed, long most, out long tenths)
    {
        var isNumber = Typed.TryWeight(typed, out var read) && read.Grams % 100 == 0;
        tenths = read.Grams / 100;

        return !isNumber || tenths is < 1 or > 999 ? Value.Phrase("collector.bad-moisture")
            : tenths > most ? Value.Phrase("collector.too-wet", new Dictionary<string, Value> { ["most"] = Percent.Of(most) })
            : null;
    }

    /// <summary>The most moisture the product is bought with, tenths of a percent; null where none is measured.</summary>
    public static ValueTask<long?> MostMoistureAsync(Step step) =>
        step.Db.FirstAsync(MostMoisture, row => row.NumberOrNull(0), step.Place.Facts["point-coop"].Amount, step.Answer("products"));

    /// <summary>What was answered so far, all of it checked when it was answered.</summary>
    public static Delivery Delivery(Step step)
    {
        var facts = step.Place.Facts;
        _ = ReadGross(step.Answer("gross")!, out var gross);
        _ = ReadTare(step.Answer("tare")!, gross, out var tare);

        return new Delivery(
            facts["point-coop"].Amount, facts["point"].Amount, facts["seller"].Amount, step.Answer("products")!, gross, tare,
            facts.TryGetValue("moisture", out var moisture) && moisture.Amount > 0 ? moisture.Amount : null,
            step.Now, facts["collector"].Amount, Origin(step), facts["actor"].Text);
    }

    private static string Origin(Step step) => $"{step.Channel}:{step.Session}:{step.Hop}";
}
