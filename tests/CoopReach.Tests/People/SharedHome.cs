using CoopReach.Audit;
using CoopReach.Engine.Menus;
using CoopReach.Registry;
using CoopReach.Safety;
using CoopReach.Tests.Conversations;
using CoopReach.Tests.Data;
using CoopReach.Tests.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.People;

/// <summary>Wife, husband and a neighbour of two cooperatives on one phone; wife and neighbour on another.</summary>
internal sealed class SharedHome(Service service, Dice dice)
{
    public const string Phone = "+250788000104";
    public const string Neighbours = "+250788000103";

    private readonly Housemate _wife = new("71305", "TWZ 0104");
    private readonly Housemate _husband = new("82416", "TWZ 0105");
    private readonly Housemate _neighbour = new("60214", "TWZ 0103", "ABH 0007");

    public IReadOnlyList<Housemate> All => [_wife, _husband, _neighbour];

    public Dice Dice => dice;

    public TestDatabase Database => service.Database;

    /// <summary>Screens to which no way leads but through a PIN.</summary>
    public IReadOnlySet<string> BehindThePin { get; private set; } = new HashSet<string>();

    public static async Task<SharedHome> MoveInAsync(Service service, MenuBook book, Dice dice)
    {
        var home = new SharedHome(service, dice) { BehindThePin = GuardedBy(book) };
        var office = new RegistryDesk(service.Database) { Clerk = new Staff(await CooperativeAsync(service), "staff:manager@twz.demo") };
        var phones = new Phones(service.Database.Store, service.Clock);
        await phones.GiveAsync(office.Clerk, await office.PersonAsync("0103"), Phone, "neighbour", CancellationToken.None);
        await phones.GiveAsync(office.Clerk, await office.PersonAsync("0104"), Neighbours, "neighbour", CancellationToken.None);
        foreach (var mate in home.All)
        {
            await mate.ReadAsync(service.Database);
        }

        home.KeepWhatIsOnesOwn();
        return home;
    }

    public Housemate Of(string text) => All.First(mate => mate.Accounts.Any(account => text.Contains(account, StringComparison.Ordinal)));

    /// <summary>A PIN nobody here has, and nobody would guess.</summary>
    public string NewPin()
    {
        while (true)
        {
            var pin = $"{dice.Below(100_000):D5}";
            if (All.All(mate => mate.Pin != pin) && !CoopReach.People.Pin.IsWeak(pin, Phone, "0104", null))
            {
                return pin;
            }
        }
    }

    /// <summary>Somebody came to the office with the card.</summary>
    public async Task GiveCodeAsync()
    {
        var mate = dice.Of(All);
        var member = await Database.NumberAsync(
            "select m.id from memberships m join cooperatives c on c.id = m.cooperative_id where c.code || ' ' || m.number = $1", mate.Accounts[0]);
        var issue = service.Services.GetRequiredService<IssueCode>();
        mate.Code = (await issue.RunAsync(new CodeRequest(new Staff(2, "staff:clerk"), member, OneTimeCode.Reset, "staff:manager"), CancellationToken.None)).Code;
    }

    private void KeepWhatIsOnesOwn()
    {
        var shared = All.SelectMany(mate => mate.Marks).GroupBy(mark => mark).Where(marks => marks.Count() > 1).Select(marks => marks.Key).ToList();
        foreach (var mate in All)
        {
            mate.Marks.ExceptWith(shared);
            Assert.True(mate.Marks.Count > 2, $"{mate.Accounts[0]} cannot be told from the others");
        }
    }

    private static Task<long> CooperativeAsync(Service service) => service.Database.NumberAsync("select id from cooperatives where code = 'TWZ'");

    private static HashSet<string> GuardedBy(MenuBook book)
    {
        var (open, ahead) = (new HashSet<string>(), new Queue<string>(MenuBook.Entrances));
        while (ahead.TryDequeue(out var name))
        {
            if (book.Screens.TryGetValue(name, out var screen) && !screen.RequiresPin && open.Add(name))
            {
                screen.Targets.ToList().ForEach(ahead.Enqueue);
            }
        }

        return [.. book.Screens.Keys.Except(open)];
    }
}
