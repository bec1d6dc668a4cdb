using CoopReach.Tests.Data;

namespace CoopReach.Tests.Commands;

/// <summary>
/// The product is killed without a word at any moment, while eight phones record deliveries and a member accepts hers. What
/// a phone was told stays true after the restart, and is true once.
/// </summary>
public sealed class KillTests
{
    private const int Phones = 8;

    private static int Kills => Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 200 : 6;

    [Fact]
    public async Task What_a_phone_was_told_is_written_once_whenever_the_product_is_killed()
    {
        await using var database = await TestDatabase.DemoAsync(Provider.Sqlite);
        await using var network = await SmsNetwork.StartAsync();
        var settings = Product.Settings(database);
        foreach (var (name, value) in network.Settings)
        {
            settings[name] = value;
        }

        settings["Channels__AfricasTalking__StepsPerMinute"] = "1000000";
        settings["Conversations__ResumeWithin"] = "00:00:00";
        var told = new Told();
        List<KillPhone> phones = [.. Enumerable.Range(1, Phones).Select(lane => new CollectorPhone(told, lane)), new AcceptingPhone(told)];

        for (var seed = 1; seed <= Kills; seed++)
        {
            var (product, http) = await Product.ServeAsync(settings);
            await using (product)
            {
                using (http)
                {
                    await CheckAsync(database, phones, http, told, seed);
                    await KillAsync(product, phones, http, new Random(seed));
                }
            }
        }

        var (last, lastHttp) = await Product.ServeAsync(settings);
        await using (last)
        {
            await CheckAsync(database, phones, lastHttp, told, Kills + 1);
        }

        await told.CheckReceiptsAsync(database, network);
        Assert.True(told.Saved.Count > Kills * 2 && told.Accepted.Count > 1, $"{told.Saved.Count} saved, {told.Accepted.Count} accepted in {Kills} lives");
    }

    /// <summary>All go on from where they were cut off, until so many answers were given; then the process is gone.</summary>
    private static async Task KillAsync(Product product, List<KillPhone> phones, HttpClient http, Random random)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = random.Next(20, 160);
        void Answered()
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                enough.SetResult();
            }
        }

        var working = phones.Select(phone => phone.WorkAsync(http, Answered)).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(working));
        await product.KillAsync();
        await Task.WhenAll(working);
    }

    private static async Task CheckAsync(TestDatabase database, List<KillPhone> phones, HttpClient http, Told told, int seed)
    {
        foreach (var phone in phones)
        {
            var (before, now) = await phone.AskAgainAsync(http);
            Assert.True(before == now, $"life {seed}: told '{before}', and after the restart '{now}'");
        }

        await told.CheckAsync(database, seed);
    }
}
