using System.Globalization;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Produce;

namespace CoopReach.Purchases;

/// <summary>
/// A correction somebody asked for and nobody has decided yet. Asking changes nothing of the order, so it is no row of the
/// book but of the audit log, where it cannot be changed between the two people.
/// </summary>
/// <param name="Seq">Its place in the log: whoever decides says which asking they saw.</param>
/// <param name="Instead">Null when nothing stands instead.</param>
public sealed record AskedCorrection(long OrderId, long Seq, string By, DateTimeOffset At, string Reason, RightDelivery? Instead)
{
    /// <summary>All asking and deciding of a cooperative stands under one subject, so that it is found without reading the log.</summary>
    internal const string Subject = "orders:corrections";

    internal const string Ask = "order.ask";
    internal const string Decide = "order.decide";

    private const string Sql = "select seq, actor, at, action, detail from audit_log where cooperative_id = $1 and subject = $2 order by seq";

    /// <summary>Those that wait, the oldest first: of each order the last asking, where no decision came after it.</summary>
    public static async ValueTask<IReadOnlyList<AskedCorrection>> WaitingAsync(Statements db, long cooperativeId)
    {
        var last = new Dictionary<long, AskedCorrection?>();
        foreach (var (orderId, asked) in await db.AllAsync(Sql, Read, cooperativeId, Subject))
        {
            last[orderId] = asked;
        }

        return [.. last.Values.OfType<AskedCorrection>().OrderBy(asked => asked.Seq)];
    }

    public static async ValueTask<AskedCorrection?> FindAsync(Statements db, long cooperativeId, long orderId) =>
        (await WaitingAsync(db, cooperativeId)).FirstOrDefault(asked => asked.OrderId == orderId);

    /// <summary>As the log keeps it: order, reason, and where something stands instead its product, grams and moisture.</summary>
    internal static string Detail(long orderId, string reason, RightDelivery? instead) => string.Create(
        CultureInfo.InvariantCulture,
        $"{orderId} {reason}{(instead is null ? "" : $" {instead.Product} {instead.Gross.Grams} {instead.Tare.Grams} {instead.MoistureTenths}")}").TrimEnd();

    private static (long OrderId, AskedCorrection? Asked) Read(ResultRow row)
    {
        var words = row.Text(4).Split(' ');
        var order = Number(words[0]);
        return (order, row.Text(3) == Decide ? null : new(order, row.Number(0), row.Text(1), row.Time(2), words[1], ReadInstead(words[2..])));
    }

    private static RightDelivery? ReadInstead(string[] words) => words is [var product, var gross, var tare, .. var moisture]
        ? new(product, new Weight(Number(gross)), new Weight(Number(tare)), moisture is [var tenths] ? Number(tenths) : null)
        : null;

    private static long Number(string written) => long.Parse(written, CultureInfo.InvariantCulture);
}
