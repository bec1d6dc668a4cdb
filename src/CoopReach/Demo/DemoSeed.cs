using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.People;

namespace CoopReach.Demo;

/// <summary>Fills an empty database with the demo: all of it in one transaction, or nothing.</summary>
public static class DemoSeed
{
    private const long LastNumberAtGasharu = 4471;

    /// <summary>True when it was written now, false when it was there already.</summary>
    /// <param name="members">How many generated members to add to the coffee cooperative.</param>
    public static async Task<bool> RunAsync(Store store, PinHasher pins, AccessKeys keys, TimeProvider clock, int members, CancellationToken cancel)
    {
        var seeded = false;
        await store.CommitAsync(async db => seeded = await new Seeding(db, pins, keys, clock.GetUtcNow(), members).RunAsync(), cancel);

        return seeded;
    }

    private sealed class Seeding(Statements db, PinHasher pins, AccessKeys keys, DateTimeOffset now, int members)
    {
        private readonly DemoCalendar _calendar = new(now);
        private readonly DemoPrices _prices = new(db, new DemoCalendar(now));
        private readonly DemoRegistry _registry = new(db, pins, new DemoCalendar(now));

        public async ValueTask<bool> RunAsync()
        {
            if (await DemoCooperatives.InsertUnionAsync(db, _calendar) is not { } union)
            {
                return false;
            }

            var coffee = await DemoCooperatives.InsertCoffeeAsync(db, _calendar, union);
            var people = await AddPeopleAsync(DemoPeople.All);
            await SeedCoffeeAsync(coffee, people);
            var maize = await DemoCooperatives.InsertMaizeAsync(db, _calendar, union);
            await SeedMaizeAsync(maize, people[DemoPeople.Jeanne.Number]);
            await DemoUsers.InsertAsync(db, keys, new Dictionary<string, long> { ["UCN"] = union, ["TWZ"] = coffee, ["ABH"] = maize }, now);

            return true;
        }

        private async ValueTask SeedCoffeeAsync(long coffee, Dictionary<string, long> people)
        {
            var memberships = await JoinAsync(coffee, people);
            var crowd = await JoinAsync(coffee, await AddPeopleAsync(DemoCrowd.People(members)));
            var prices = await _prices.SetAsync(coffee, "Board of TWZ", DemoProduct.CherryA, DemoProduct.Floaters);
            await _prices.SetFloorAsync(coffee, DemoProduct.CherryA, 480);
            await _prices.SaveAsync(coffee, memberships["0101"]);
            await _registry.AddCodeAsync(memberships[DemoPeople.Paul.Number], "claim", DemoPeople.PaulsCode);
            await _registry.AddCodeAsync(memberships[DemoPeople.Jean.Number], "reset", DemoPeople.JeansCode);
            var book = new DemoBook(db, _calendar, coffee, 7, memberships.Concat(crowd).ToDictionary(), prices);
            await book.EnterAsync(DemoAccounts.Coffee);
            await book.EnterAsync(DemoCrowd.Entries(members));

            var gasharu = await AddGasharuAsync(coffee, people[DemoPeople.Collector.Number], people[DemoPeople.Storekeeper.Number]);
            await book.RecordAsync(gasharu, DemoHarvest.Coffee);
            var kigeme = await DemoCooperatives.InsertStationAsync(db, coffee, "Kigeme", firstNumber: 1);
            await book.RecordAsync(new DemoStation(kigeme, 1, CollectorId: null, "office:TWZ"), DemoCrowd.Deliveries(members));
            await book.CloseAsync();
            await NoteAsync(coffee, "TWZ");
        }

        private async ValueTask<DemoStation> AddGasharuAsync(long coffee, long collector, long storekeeper)
        {
            var first = LastNumberAtGasharu - DemoHarvest.Coffee.Count + 1;
            var id = await DemoCooperatives.InsertStationAsync(db, coffee, "Gasharu", first);
            await _registry.AssignAsync(coffee, collector, id, "collector");
            await _registry.AssignAsync(coffee, storekeeper, id, "storekeeper");

            return new DemoStation(id, first, collector, $"collector:{DemoPeople.Collector.Number}") { Office = "twz.demo" };
        }

        private async ValueTask SeedMaizeAsync(long maize, long jeanne)
        {
            var memberships = await JoinAsync(maize, new() { ["0007"] = jeanne });
            var prices = await _prices.SetAsync(maize, "Board of ABH", DemoProduct.Maize);
            var book = new DemoBook(db, _calendar, maize, 15, memberships, prices);
            await book.EnterAsync(DemoAccounts.Maize);

            var kibeho = await DemoCooperatives.InsertStationAsync(db, maize, "Kibeho", firstNumber: 210);
            await book.RecordAsync(new DemoStation(kibeho, 210, CollectorId: null, "office:ABH") { Office = "abh.demo" }, DemoHarvest.Maize);
            await book.CloseAsync();
            await NoteAsync(maize, "ABH");
        }

        private async ValueTask<Dictionary<string, long>> AddPeopleAsync(IEnumerable<DemoPerson> people)
        {
            var ids = new Dictionary<string, long>();
            foreach (var person in people)
            {
                ids[person.Number] = await _registry.AddPersonAsync(person, birthYear: 1960 + (ids.Count % 42));
            }

            return ids;
        }

        private async ValueTask<Dictionary<string, long>> JoinAsync(long cooperative, Dictionary<string, long> people)
        {
            var memberships = new Dictionary<string, long>();
            foreach (var (number, person) in people)
            {
                memberships[number] = await _registry.AddMembershipAsync(cooperative, person, number);
            }

            return memberships;
        }

        private ValueTask<long> NoteAsync(long cooperative, string code) => AuditEntry.Table.AppendAsync(db, new AuditEntry
        {
            CooperativeId = cooperative,
            At = _calendar.Now,
            Actor = "system",
            Action = "demo.seed",
            Subject = $"cooperative:{code}",
            Detail = "The demo was written.",
            Channel = "system",
        });
    }
}
