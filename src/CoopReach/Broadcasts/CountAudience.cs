using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Outbox;
using Microsoft.Extensions.Options;

namespace CoopReach.Broadcasts;

/// <summary>Whom an audience reaches, counted.</summary>
/// <param name="Shared">Of those reached, how many share the phone with somebody else of them.</param>
/// <param name="LeftOut">People by reason.</param>
/// <param name="Groups">Those reached, by language and network.</param>
/// <param name="Samples">For each language the member with the longest name, and a few others.</param>
/// <param name="NoPhone">By zone, to be told some other way.</param>
public sealed record AudienceCount(
    int Members, int Reached, int Shared, IReadOnlyDictionary<string, int> LeftOut, IReadOnlyList<AudienceGroup> Groups, IReadOnlyList<Candidate> Samples, IReadOnlyList<Candidate> NoPhone)
{
    public int WithPhone => Members - Of(Broadcasts.LeftOut.NoPhone);

    public int Of(string reason) => LeftOut.GetValueOrDefault(reason);

    public int In(Language language) => Groups.Where(group => group.Language == language).Sum(group => group.Members);
}

/// <summary>Those who read one language on one network.</summary>
/// <param name="Price">Francs for an SMS, or for a message on WhatsApp whatever its length.</param>
public sealed record AudienceGroup(Language Language, string Network, int Members, long Price)
{
    public bool IsBySms => Network != OutboxQueue.WhatsApp;

    public long Cost(int segments) => Members * Price * (IsBySms ? segments : 1);
}

/// <summary>Counts an audience as it is being chosen. Writes nothing.</summary>
public sealed class CountAudience(Store store, IOptions<BroadcastSettings> settings, IOptions<OutboxSettings> outbox, TimeProvider clock)
{
    private const int MostSamples = 4;

    /// <param name="id">Whose uploaded list counts; 0 for none.</param>
    /// <exception cref="RefusedException">There is none of that number in the cooperative.</exception>
    public async Task<AudienceCount> RunAsync(Staff staff, long id, Audience audience, string purpose, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        if (id != 0)
        {
            await BroadcastRow.FindAsync(reading.Db, staff, id);
        }

        return Count(await new AudienceReader(id, audience, purpose, staff, outbox.Value.MostAWeek, clock.GetUtcNow()).ReadAsync(reading.Db));
    }

    private AudienceCount Count(List<Candidate> all)
    {
        var reached = all.Where(one => one.WhyNot is null).Select(one => (One: one, Way: Way.To(one, settings.Value))).ToList();
        var groups = reached.GroupBy(to => (to.One.Language, Network: NetworkOf(to.Way), Price: PriceOf(to.Way)))
            .Select(group => new AudienceGroup(group.Key.Language, group.Key.Network, group.Count(), group.Key.Price));

        return new(
            all.Count, reached.Count, reached.GroupBy(to => to.Way.Phone).Where(phone => phone.Count() > 1).Sum(phone => phone.Count()),
            all.Where(one => one.WhyNot is not null).CountBy(one => one.WhyNot!).ToDictionary(), [.. groups],
            [.. Languages.All.SelectMany(language => reached.Select(to => to.One).Where(one => one.Language == language).OrderByDescending(one => one.Name.Length).Take(MostSamples))],
            [.. all.Where(one => one.Phone is null).OrderBy(ZoneOf, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.Ordinal)]);
    }

    private static string ZoneOf(Candidate one) => one.Values.TryGetValue("zone", out var zone) ? zone.Text : "";

    private static string NetworkOf(Way way) => way.IsWhatsApp ? OutboxQueue.WhatsApp : BroadcastSettings.NetworkOf(way.Phone);

    private long PriceOf(Way way) => way switch
    {
        { IsWhatsApp: false } => settings.Value.PriceOf(way.Phone, 1),
        { TemplateId: null } => settings.Value.WhatsAppPrice,
        _ => settings.Value.WhatsAppTemplatePrice,
    };
}
