using CoopReach.Money;
using CoopReach.People;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopReach.Tests.Conversations;

/// <summary>A network waits a few seconds. What takes longer ends politely and is answered by SMS, once; what fails says so.</summary>
public sealed class LateAnswerTests
{
    private const string Late = "END This takes longer than usual. We will send you the answer by SMS.";
    private const string Sorry = "A problem occurred. Nothing was changed. Try again later.";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_late_answer_comes_by_SMS_exactly_once(Provider provider)
    {
        var held = new HeldAction(new BalanceAction());
        await using var service = await Service.StartAsync(provider, services: held.Replace);
        var phone = service.Phone("+250788000101");
        var ended = await AskTooLongAsync(service, phone, held);
        Assert.Equal(Late, ended);
        Assert.Empty(await MessagesAsync(service));

        held.LetGo();

        // The repeat waits for its turn behind the step that is late.
        Assert.Equal(ended, await phone.PostAsync());
        var answer = Assert.Single(await MessagesAsync(service));
        Assert.StartsWith("Uwase A. 0101\nTo be paid: 84,500 Frw", answer, StringComparison.Ordinal);
        Assert.EndsWith("Savings: 36,000 Frw", answer, StringComparison.Ordinal);
        Assert.Equal(ended, await phone.PostAsync());
        Assert.Equal(ended, await phone.TypeAsync("1"));
        Assert.Single(await MessagesAsync(service));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_fails_after_it_was_late_apologises_by_SMS_once(Provider provider)
    {
        var held = new HeldAction(new BalanceAction());
        await using var service = await Service.StartAsync(provider, services: held.Replace);
        var phone = service.Phone("+250788000101");
        Assert.Equal(Late, await AskTooLongAsync(service, phone, held));

        held.Fail();

        Assert.StartsWith("END ", await phone.PostAsync(), StringComparison.Ordinal);
        await phone.PostAsync();
        Assert.Equal([Sorry], await MessagesAsync(service));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task No_SMS_ever_asks_for_a_PIN(Provider provider)
    {
        var held = new HeldAction(new WhoAction());
        await using var service = await Service.StartAsync(provider, services: held.Replace);
        var phone = service.Phone("+250788000101");
        await phone.DialAsync();
        var ended = await WaitTooLongAsync(service, phone.TypeAsync("1"), held);
        held.LetGo();

        Assert.Equal(ended, await phone.PostAsync());
        Assert.Equal([Sorry], await MessagesAsync(service));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_answer_in_time_is_not_sent_by_SMS(Provider provider)
    {
        var held = new HeldAction(new BalanceAction());
        await using var service = await Service.StartAsync(provider, services: held.Replace);
        var phone = service.Phone("+250788000101");
        await phone.DialAsync("1");
        var answer = phone.TypeAsync("40718");
        await held.Reached;
        service.Clock.Advance(TimeSpan.FromSeconds(2.9));
        held.LetGo();

        Assert.StartsWith("CON Uwase A. 0101", await answer, StringComparison.Ordinal);
        service.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.StartsWith("CON Uwase A. 0101", await phone.PostAsync(), StringComparison.Ordinal);
        Assert.Empty(await MessagesAsync(service));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_failure_is_a_polite_end_in_the_members_language_that_changes_nothing(Provider provider)
    {
        var held = new HeldAction(new BalanceAction());
        var log = new KeptLog();
        held.Fail();
        await using var service = await Service.StartAsync(provider, services: services =>
        {
            held.Replace(services);
            services.AddSingleton<ILoggerProvider>(log);
        });

        foreach (var (number, pin, sorry) in Members)
        {
            var phone = service.Phone(number);
            await phone.DialAsync("1");
            var before = await Effects.OfAsync(service.Database);

            Assert.Equal(sorry, await phone.TypeAsync(pin));
            Assert.Equal(before, await Effects.OfAsync(service.Database));
            Assert.Contains(log.At(LogLevel.Error), line => line.Contains(phone.Session, StringComparison.Ordinal) && line.Contains("on purpose", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(Members, member => log.All.Contains(member.Pin, StringComparison.Ordinal));
    }

    private static readonly (string Number, string Pin, string Sorry)[] Members =
    [
        ("+250788000101", "40718", $"END {Sorry}"),
        ("+250788000102", "51930", "END Un problème est survenu. Rien n'a changé. Réessayez plus tard."),
        ("+250788000150", "93527", "END Habaye ikibazo. Nta cyahindutse. Ongera ugerageze mu kanya."),
    ];

    private static async Task<string> AskTooLongAsync(Service service, TestPhone phone, HeldAction held)
    {
        await phone.DialAsync("1");
        return await WaitTooLongAsync(service, phone.TypeAsync("40718"), held);
    }

    private static async Task<string> WaitTooLongAsync(Service service, Task<string> answer, HeldAction held)
    {
        await held.Reached;
        while (!answer.IsCompleted)
        {
            // Again until it rings: the action may have been reached a moment before the clock was set.
            service.Clock.Advance(TimeSpan.FromSeconds(3));
            await Task.WhenAny(answer, Task.Delay(10));
        }

        return await answer;
    }

    private static Task<List<string>> MessagesAsync(Service service) =>
        service.Database.ReadAsync(db => db.AllAsync("select body from outbox_messages order by id", row => row.Text(0)));
}
