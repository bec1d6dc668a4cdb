using System.Globalization;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Commands;

/// <summary>
/// A broadcast is on its way and the product is killed at any moment, again and again, while the network falls silent in
/// the middle of requests. Everybody gets one message at the most; what nobody can know is unknown until the network tells.
/// </summary>
public sealed class BroadcastKillTests
{
    private const string Key = "a-key-that-must-not-be-logged";
    private const long Price = 15;

    private static bool IsFull => Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1";

    private static int Kills => IsFull ? 200 : 5;

    private static int Messages => IsFull ? 20_000 : 1_000;

    [Theory]
    [InlineData(Provider.Sqlite, 1)]
    [InlineData(Provider.PostgreSql, 2)]
    public async Task Nobody_is_sent_a_message_twice_and_none_is_lost_whichever_node_is_killed_whenever(Provider provider, int nodes)
    {
        await using var database = await TestDatabase.DemoAsync(provider);
        await using var network = await SmsNetwork.StartAsync();
        await PlanAsync(database);
        var settings = Settings(database, network);
        var random = new Random(nodes);

        var (survivor, survivorHttp) = nodes > 1 ? await Product.ServeAsync(settings) : default;
        for (var life = 1; life <= Kills; life++)
        {
            var silent = network.FallSilentAfterAsync(random.Next(1, 2 * Messages / (Kills + 1)));
            var (product, http) = await Product.ServeAsync(settings);
            await using (product)
            {
                await network.ReportAsync(http, Key);
                using var killed = new CancellationTokenSource();
                await Task.WhenAny(silent, DoneAsync(database, killed.Token));
                await killed.CancelAsync();
                await product.KillAsync();
            }

            http.Dispose();
            network.Recover();
        }

        await (survivor?.KillAsync() ?? Task.CompletedTask);
        survivorHttp?.Dispose();
        await SettleAsync(database, settings, network);
        await CheckAsync(database, network);
    }

    private static Dictionary<string, string> Settings(TestDatabase database, SmsNetwork network) => new(Product.Settings(database).Concat(network.Settings.ToDictionary(one => one.Name, one => one.Value)))
    {
        ["Outbox__Lease"] = "00:00:03",
        ["Outbox__RequestTimeout"] = "00:00:02",
        ["Outbox__QuietFrom"] = "00:00",
        ["Outbox__QuietUntil"] = "00:00",
        ["Outbox__Sms__PerSecond"] = "0",
        ["Outbox__Sms__InFlight"] = "8",
        ["Demo__Enabled"] = "false",
    };

    /// <summary>Every third text is for one reader only; the others are said to all alike.</summary>
    private static Task PlanAsync(TestDatabase database) => database.CommitAsync(async db =>
    {
        var plan = await db.FirstAsync(
            "insert into outbox_plans (state, cap, spent, together) values ('open', $1, 0, $2) returning id", row => row.Number(0), Messages * Price, true);
        for (var place = 0; place < Messages; place++)
        {
            await db.ExecuteAsync(
                """
                insert into outbox_messages (key, channel, phone, body, purpose, priority, plan_id, person_id, price, created_at, due_at, status, attempts)
                values ($1, 'sms', $2, $3, 'broadcast', 2, $4, $5, $6, $7, $7, 'planned', 0)
                """,
                string.Create(CultureInfo.InvariantCulture, $"broadcast:1:{place}"),
                string.Create(CultureInfo.InvariantCulture, $"+25078{place:0000000}"),
                place % 3 == 0 ? string.Create(CultureInfo.InvariantCulture, $"Muraho {place}, inama ku wa 6") : "Inama ku wa 6",
                plan, 1_000_000L + place, Price, TestClock.Morning);
        }
    });

    /// <summary>Nothing waits any more, or nobody looks.</summary>
    private static async Task DoneAsync(TestDatabase database, CancellationToken enough)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!enough.IsCancellationRequested && await database.NumberAsync("select count(*) from outbox_messages where plan_id is not null and status in ('planned', 'queued', 'sending')") > 0)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>A last node sends what is left, when every lease is over; and the network reports on the rest.</summary>
    private static async Task SettleAsync(TestDatabase database, Dictionary<string, string> settings, SmsNetwork network)
    {
        var (product, http) = await Product.ServeAsync(settings);
        await using (product)
        {
            await DoneAsync(database, CancellationToken.None);
            await network.ReportAsync(http, Key);
        }

        http.Dispose();
    }

    /// <summary>
    /// Nobody twice. What a node had taken in hand and not given away when it was killed is listed as unknown, and nothing
    /// else is: all that the network was given is settled by its reports.
    /// </summary>
    private static async Task CheckAsync(TestDatabase database, SmsNetwork network)
    {
        var given = network.Given.Count;
        Assert.DoesNotContain(network.Given, number => number.Value > 1);
        Assert.Equal(given, await CountAsync(database, "delivered"));
        Assert.Equal(Messages - given, await CountAsync(database, "unknown"));
        Assert.Equal(Messages * Price, await database.NumberAsync("select spent from outbox_plans"));
    }

    private static Task<long> CountAsync(TestDatabase database, string status) =>
        database.NumberAsync("select count(*) from outbox_messages where plan_id is not null and status = $1", status);
}
