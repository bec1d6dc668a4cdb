using CoopReach.Audit;
using CoopReach.Money;
using CoopReach.Outbox;
using CoopReach.Registry;
using CoopReach.Tests.Collecting;
using CoopReach.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Privacy;

/// <summary>What went out, and what its member had chosen then.</summary>
internal sealed record Sent(string Purpose, string Level, string Member);

/// <summary>Members choose, agree, take back, deliver, are paid, ask and forget; after each deed the outbox has what it caused and no more.</summary>
internal sealed class SubscriberLife(Service service, Dice dice)
{
    public static readonly IReadOnlyDictionary<string, string> Unlimited =
        new Dictionary<string, string> { ["Channels:AfricasTalking:StepsPerMinute"] = "1000000" };

    private const string Newest = "select purpose, phone from outbox_messages where id > $1 order by id";
    private const string Payable = "select min(o.id) from purchase_orders o join memberships m on m.id = o.membership_id where m.number = $1 and o.id > $2";

    private static readonly string[] Levels = [MessageLevel.All, MessageLevel.Essential, MessageLevel.Legal];
    private static readonly (string Number, string Pin)[] Members = [("0101", "40718"), ("0102", "51930"), ("0103", "60214")];

    private readonly Dictionary<string, string> _levels = Members.ToDictionary(member => member.Number, _ => MessageLevel.All);
    private readonly HashSet<string> _withdrawn = [];
    private int _deeds;

    public List<Sent> Sent { get; } = [];

    public async Task StepAsync()
    {
        service.Clock.Advance(TimeSpan.FromMinutes(11));
        var (number, pin) = dice.Of(Members);
        var last = await service.Database.NumberAsync("select coalesce(max(id), 0) from outbox_messages");
        var purpose = dice.Below(7) switch
        {
            0 or 1 => await ChooseAsync(number, pin),
            2 => await ConsentAsync(number),
            > 2 when _withdrawn.Contains(number) && dice.Percent(50) => await ConsentAsync(number),
            3 => await DeliverAsync(number),
            4 => await PayAsync(number),
            5 => await AskBalanceAsync(number, pin),
            _ => await ForgetAsync(number),
        };

        await CheckAsync(number, purpose, last);
    }

    private async Task CheckAsync(string number, string? purpose, long last)
    {
        var sent = await service.Database.ReadAsync(db => db.AllAsync(Newest, row => (Purpose: row.Text(0), Phone: row.Text(1)), last));
        var expected = purpose is null || !MessageLevel.MayReceive(_levels[number], purpose) ? [] : new[] { (purpose, $"+25078800{number}") };
        Assert.True(
            expected.SequenceEqual(sent),
            $"Seed {dice.Seed}, deed {_deeds}: {purpose ?? "nothing"} was due to {number} at level {_levels[number]}, sent was {string.Join(", ", sent)}");
        Sent.AddRange(sent.Select(message => new Sent(message.Purpose, _levels[number], number)));
    }

    /// <summary>The screen says first what counted until now; a consent that was taken back stands before it.</summary>
    private async Task<string?> ChooseAsync(string number, string pin)
    {
        var (phone, level) = (service.Phone($"+25078800{number}"), dice.Below(3));
        await phone.DialAsync(number == "0103" ? $"7*2*2*{pin}" : $"7*2*{pin}");
        if (_withdrawn.Contains(number))
        {
            return null;
        }

        await phone.TypeAsync($"{level + 1}");
        _levels[number] = Levels[level];
        Assert.Equal(Levels[level], await service.Database.ReadAsync(db => db.FirstAsync(
            "select p.level from message_preferences p join memberships m on m.id = p.membership_id where m.number = $1 order by p.id desc limit 1",
            row => row.Text(0),
            number)));
        return null;
    }

    private async Task<string?> ConsentAsync(string number)
    {
        var consents = service.Services.GetRequiredService<Consents>();
        var person = await service.Database.NumberAsync("select person_id from memberships where number = $1 and cooperative_id = 2", number);
        if (_withdrawn.Remove(number))
        {
            await consents.GiveAsync(new Staff(2, "staff:clerk"), person, "service", "service-1", "rw", CancellationToken.None);
            return null;
        }

        _withdrawn.Add(number);
        await consents.WithdrawAsync(new Staff(2, "staff:clerk"), person, "service", CancellationToken.None);
        return null;
    }

    private async Task<string?> DeliverAsync(string number)
    {
        var phone = await CollectorPhone.EricAsync(service);
        var saved = await phone.RecordAsync(number, $"{20 + (++_deeds % 30)}", "1");
        Assert.StartsWith("CON Byabitswe", saved, StringComparison.Ordinal);
        return "receipt";
    }

    private async Task<string?> PayAsync(string number)
    {
        var order = await service.Database.NumberAsync(Payable, number, 0);
        var failure = await Record.ExceptionAsync(() => service.Services.GetRequiredService<PayCash>().RunAsync(
            new Staff(2, "staff:accountant"), new(order, 100, $"V{++_deeds}"), CancellationToken.None));
        Assert.True(failure is null or CoopReach.Audit.RefusedException, $"{failure}");
        return failure is null ? "receipt" : null;
    }

    private async Task<string?> AskBalanceAsync(string number, string pin)
    {
        var phone = service.Phone($"+25078800{number}");
        await phone.DialAsync("1");
        await phone.TypeAsync(number == "0103" ? "2" : pin);
        if (number == "0103")
        {
            await phone.TypeAsync(pin);
        }

        if (_withdrawn.Contains(number))
        {
            return null;
        }

        await phone.TypeAsync("1");
        return "answer";
    }

    private async Task<string?> ForgetAsync(string number)
    {
        var phone = service.Phone($"+25078800{number}");
        await phone.DialAsync("9*2*1");
        if (number == "0103")
        {
            await phone.TypeAsync("2");
        }

        if (_withdrawn.Contains(number))
        {
            return null;
        }

        await phone.TypeAsync("1");
        return "notice";
    }
}
