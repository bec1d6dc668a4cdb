using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Parts;

namespace CoopReach.Office.Live;

/// <summary>How the lines were over some days: how far sessions got, where they were cut off, what was slow, what networks said.</summary>
/// <param name="Sessions">All that are over.</param>
/// <param name="Cut">Of them, those that ended without an end.</param>
public sealed record Lines(long Sessions, long Cut, IReadOnlyList<Bar> ByHop, IReadOnlyList<Bar> ByNetwork, IReadOnlyList<Bar> Slow, IReadOnlyList<Bar> Said)
{
    /// <summary>The hop most were cut off at; null when none was.</summary>
    public long? Worst { get; init; }
}

/// <summary>Reads how the lines were in the last seven days.</summary>
public sealed class LineHealth(Store store, TimeProvider clock)
{
    public const int Days = 7;

    private const long LastHop = 12;

    private const string LastSteps = """
        select t.hop, t.network, s.ends, count(*) from (
            select c.id, c.network, max(x.hop) as hop from conversations c join conversation_steps x on x.conversation_id = c.id
            where c.started_at > $1 and c.started_at < $2 group by c.id, c.network) t
        join conversation_steps s on s.conversation_id = t.id and s.hop = t.hop
        group by t.hop, t.network, s.ends
        """;

    private const string Slowest = """
        select s.screen, cast(avg(s.milliseconds) as bigint), max(s.milliseconds) from conversations c join conversation_steps s on s.conversation_id = c.id
        where c.started_at > $1 group by s.screen order by 2 desc, 1 limit 8
        """;

    private const string Statuses = "select network_status, count(*) from conversations where started_at > $1 and started_at < $2 group by network_status order by 2 desc";

    private static readonly Dictionary<string, string> Networks = new() { ["63510"] = "MTN", ["63513"] = "Airtel", ["63514"] = "Airtel", ["99999"] = "Simulator" };

    /// <summary>Sessions younger than this may still go on.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(5);

    /// <summary>An answer slower than this is felt on the phone.</summary>
    private const long Felt = 1000;

    public async Task<Lines> ReadAsync(Seat by, CancellationToken cancel)
    {
        by.Must(Permission.SeeConversations);
        var (from, until) = (clock.GetUtcNow().AddDays(-Days), clock.GetUtcNow() - Young);
        await using var reading = await store.ReadAsync(cancel);
        var lasts = await reading.Db.AllAsync(LastSteps, row => new Last(row.Number(0), NameOf(row.TextOrNull(1)), row.Flag(2), row.Number(3)), from, until);
        var slow = await reading.Db.AllAsync(Slowest, row => new Bar(row.Text(0), row.Number(1), Milliseconds(row.Number(1)), row.Number(1) > Felt), from);
        var said = await reading.Db.AllAsync(
            Statuses, row => new Bar(StatusSaid(row.TextOrNull(0)), row.Number(1), IsAttention: row.TextOrNull(0) is "Failed"), from, until);
        var cut = lasts.Where(last => !last.Ended).ToList();
        return new Lines(lasts.Sum(last => last.Count), cut.Sum(last => last.Count), Funnel(lasts), CutBy(cut), slow, said) { Worst = WorstOf(cut) };
    }

    /// <summary>The network's name; "" where nobody knows it.</summary>
    internal static string NameOf(string? code) => code is null ? "" : Networks.GetValueOrDefault(code, code);

    internal static Value Said(string network) => network.Length > 0 ? network : Value.Phrase("office.conversations.unknown");

    internal static Value Milliseconds(long time) => Value.Phrase("office.conversations.ms", ("ms", Value.Number(time)));

    /// <summary>How many sessions got to each hop; the hop most were cut off at stands out.</summary>
    private static IReadOnlyList<Bar> Funnel(List<Last> lasts)
    {
        var worst = WorstOf([.. lasts.Where(last => !last.Ended)]);
        return [.. Enumerable.Range(0, (int)Math.Min(LastHop, lasts.Select(last => last.Hop).DefaultIfEmpty(-1).Max()) + 1).Select(hop =>
            new Bar(Value.Phrase("office.conversations.hop", ("hop", Value.Number(hop))), lasts.Where(last => last.Hop >= hop).Sum(last => last.Count), IsAttention: hop == worst))];
    }

    private static IReadOnlyList<Bar> CutBy(List<Last> cut) =>
        [.. cut.GroupBy(last => last.Network).Select(network => new Bar(Said(network.Key), network.Sum(last => last.Count))).OrderByDescending(bar => bar.Amount)];

    private static long? WorstOf(List<Last> cut) =>
        cut.GroupBy(last => last.Hop).OrderByDescending(hop => hop.Sum(last => last.Count)).Select(hop => (long?)hop.Key).FirstOrDefault();

    private static Value StatusSaid(string? status) => status is "Success" or "Incomplete" or "Failed"
        ? Value.Phrase($"office.conversations.status.{status.ToLowerInvariant()}")
        : Value.Phrase("office.conversations.status.nothing");

    private sealed record Last(long Hop, string Network, bool Ended, long Count);
}
