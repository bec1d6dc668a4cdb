using CoopReach.Tests.Data;

namespace CoopReach.Tests.Conversations;

/// <summary>
/// Several phones talk at random over the real hook while the gateway repeats one callback in five and delays one in twenty
/// behind the next. The same conversations without the noise end with the same answers and the same rows.
/// </summary>
public sealed class NoisyNetworkTests
{
    private static readonly string[] Phones =
        ["+250788000101", "+250788000102", "+250788000103", "+250788000104", "+250788000150", "+250788000199"];

    private static readonly string[] Inputs =
        ["1", "1", "2", "3", "7", "9", "10", "0", "00", "99", "40718", "51930", "60214", "71305", "93527", "86421", "86421", "12345", "coop", "rien", "5"];

    private static readonly IReadOnlyDictionary<string, string> Unlimited =
        new Dictionary<string, string> { ["Channels:AfricasTalking:StepsPerMinute"] = "1000000" };

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Repeated_and_delayed_callbacks_change_neither_answers_nor_rows(Provider provider)
    {
        var dice = new Dice(20260515);
        await using var noisy = await Service.StartAsync(provider, Unlimited);
        var heard = await TalkAsync(noisy, dice, Dice.Count(full: 20_000, quick: 1_500));

        await using var quiet = await Service.StartAsync(provider, Unlimited);
        var phones = Phones.ToDictionary(number => number, number => quiet.Phone(number));
        foreach (var callback in heard)
        {
            quiet.Clock.Advance(callback.Waited);
            Assert.True(
                callback.Answer == await phones[callback.Phone].PostAsync(callback.Session, callback.Text),
                $"Seed {dice.Seed}: {callback.Session} '{callback.Text}' was answered '{callback.Answer}'");
        }

        Assert.Equal(await Effects.OfAsync(quiet.Database), await Effects.OfAsync(noisy.Database));
        Assert.Equal(await MessagesAsync(quiet), await MessagesAsync(noisy));
    }

    /// <summary>Talks until that many callbacks were sent; those that were new, in the order they arrived.</summary>
    private static async Task<List<Callback>> TalkAsync(Service service, Dice dice, int callbacks)
    {
        var talks = Phones.Select(number => new Talk(service, number, dice)).ToList();
        var heard = new List<Callback>();
        for (var sent = 0; sent < callbacks;)
        {
            var waited = TimeSpan.FromSeconds(dice.Percent(2) ? 400 : 1);
            service.Clock.Advance(waited);
            var (news, count) = await dice.Of(talks).SendAsync();
            heard.AddRange(news.Select((callback, place) => callback with { Waited = place == 0 ? waited : TimeSpan.Zero }));
            sent += count;
        }

        return heard;
    }

    private static Task<List<string>> MessagesAsync(Service service) => service.Database.ReadAsync(db => db.AllAsync(
        "select phone, body from outbox_messages order by id", row => $"{row.Text(0)} {row.Text(1)}"));

    private sealed record Callback(string Phone, string Session, string Text, string Answer, TimeSpan Waited);

    /// <summary>One phone that dials, types and dials again.</summary>
    private sealed class Talk(Service service, string number, Dice dice)
    {
        private readonly TestPhone _phone = service.Phone(number);
        private readonly List<string> _typed = [];
        private int _session;
        private bool _ended = true;

        public async Task<(IReadOnlyList<Callback> News, int Sent)> SendAsync()
        {
            if (_ended || dice.Percent(5))
            {
                _session++;
                _typed.Clear();
            }
            else
            {
                _typed.Add(dice.Of(Inputs));
            }

            return _typed.Count > 0 && dice.Percent(5) ? await OvertakeAsync() : await OnceOrTwiceAsync();
        }

        private async Task<(IReadOnlyList<Callback> News, int Sent)> OnceOrTwiceAsync()
        {
            var first = await PostAsync(string.Join('*', _typed));
            if (!dice.Percent(20))
            {
                return ([first], 1);
            }

            await AssertSameAsync(first);
            return ([first], 2);
        }

        /// <summary>The next callback arrives first; the one it overtook then gets the present screen.</summary>
        private async Task<(IReadOnlyList<Callback> News, int Sent)> OvertakeAsync()
        {
            var late = string.Join('*', _typed);
            _typed.Add(dice.Of(Inputs));
            var first = await PostAsync(string.Join('*', _typed));
            var overtaken = await _phone.PostAsync(first.Session, late);
            Assert.True(first.Answer == overtaken, $"Seed {dice.Seed}: the overtaken '{late}' was answered '{overtaken}'");

            return ([first], 2);
        }

        private async Task<Callback> PostAsync(string text)
        {
            var session = $"{number}-{_session}";
            var answer = await _phone.PostAsync(session, text);
            _ended = answer.StartsWith("END ", StringComparison.Ordinal) || _typed.Count > 30;

            return new Callback(number, session, text, answer, TimeSpan.Zero);
        }

        private async Task AssertSameAsync(Callback first)
        {
            var again = await _phone.PostAsync(first.Session, first.Text);
            Assert.True(first.Answer == again, $"Seed {dice.Seed}: {first.Session} '{first.Text}' again was answered '{again}'");
        }
    }
}
