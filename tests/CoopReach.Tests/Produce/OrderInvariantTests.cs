using System.Globalization;
using CoopReach.Audit;
using CoopReach.Engine;
using CoopReach.Produce;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Produce;

/// <summary>Whatever is weighed whenever, under whatever price list: what every order says of itself is true.</summary>
public sealed class OrderInvariantTests
{
    private const long Twz = 2;
    private const string Product = "product.cherry-a";

    private const string BrokenSums = """
        select count(*) from purchase_orders o where o.net_grams <> o.gross_grams - o.tare_grams or o.net_amount < 0 or o.net_amount <> o.gross_amount
            - (select coalesce(sum(d.amount), 0) from order_deductions d where d.order_id = o.id)
        """;

    private const string WithoutAuthority = """
        select count(*) from order_deductions d join purchase_orders o on o.id = d.order_id where o.origin like 'life:%' and not (
            (d.balance_after >= 0 and exists (select 1 from loans l where l.membership_id = o.membership_id and 'Loan contract ' || l.number = d.authority))
            or (d.balance_after is null and exists (select 1 from deduction_rules r where r.cooperative_id = o.cooperative_id and r.kind = d.kind
                and r.authority = d.authority and (r.membership_id is null or r.membership_id = o.membership_id))))
        """;

    private const string Gaps = """
        select count(*) from (select station_id from purchase_orders where reverses_id is null
            group by station_id having max(number) - min(number) + 1 <> count(*)) as gaps
        """;

    private const string Overtaken = "select count(*) from loans l where (select sum(case when e.debit = 'loans' then e.amount else -e.amount end) from ledger_entries e where e.loan_id = l.id) < 0";

    private static int Lives => Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 60 : 3;

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Net_is_gross_less_tare_and_less_what_an_authority_allows_and_numbers_have_no_gap(Provider provider) => await LiveAsync(provider, async (life, seed) =>
    {
        foreach (var broken in new[] { BrokenSums, WithoutAuthority, Gaps, Overtaken })
        {
            Assert.True(await life.Database.NumberAsync(broken) == 0, $"seed {seed}: {broken}");
        }
    });

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_price_on_an_order_is_the_one_that_held_at_delivery_never_below_a_floor_nor_beside_a_fixed_one(Provider provider) => await LiveAsync(provider, async (life, seed) =>
    {
        var prices = await life.Database.ReadAsync(db => db.AllAsync(
            "select id, kind, unit_price, starts_on, ends_on, station_id, seq from prices where cooperative_id = $1 and product = $2",
            row => new Line(row.Number(0), row.Text(1), row.Number(2), row.Date(3), row.DateOrNull(4), row.NumberOrNull(5), row.Number(6)), Twz, Product));
        foreach (var (id, unit, station, at) in life.Orders)
        {
            var valid = prices.Where(price => price.Holds(Kigali.Date(at), station)).ToList();
            var chosen = Assert.Single(valid, price => price.Id == id);
            Assert.Equal(chosen.Price, unit);
            Assert.True(Right(valid, chosen), $"seed {seed}: {chosen} among {string.Join(", ", valid)}");
        }
    });

    /// <summary>Said in another way than the product says it: fixed, or the cooperative's own at or above the floor, or the floor.</summary>
    private static bool Right(List<Line> valid, Line chosen)
    {
        Line? First(params string[] kinds) => valid.Where(line => kinds.Contains(line.Kind))
            .MaxBy(line => (line.Station is null ? 0 : 1, line.From.DayNumber, line.Seq));
        var (order, floor, own) = (First(Price.Fixed), First(Price.Floor), First(Price.Contract, Price.Internal));

        return chosen == (order ?? (floor is not null && own is not null && own.Price < floor.Price ? floor : own));
    }

    private static async Task LiveAsync(Provider provider, Func<Life, int, Task> check)
    {
        for (var seed = 1; seed <= Lives; seed++)
        {
            await using var database = await TestDatabase.DemoOnFixedDayAsync(provider);
            var life = new Life(database, new Random(seed));
            for (var step = 0; step < 60; step++)
            {
                await life.StepAsync(step);
            }

            Assert.True(life.Orders.Count > 10 && life.PricesSet > 3, $"seed {seed}: {life.Orders.Count} orders, {life.PricesSet} prices");
            await check(life, seed);
        }
    }

    private sealed record Line(long Id, string Kind, long Price, DateOnly From, DateOnly? To, long? Station, long Seq)
    {
        public bool Holds(DateOnly day, long station) => From <= day && (To is null || To >= day) && (Station is null || Station == station);
    }

    private sealed class Life(TestDatabase database, Random dice)
    {
        private readonly TestClock _clock = new(TestClock.Morning);

        public TestDatabase Database => database;

        /// <summary>Price, francs a kilogram, station and time of each order made.</summary>
        public List<(long PriceId, long UnitPrice, long Station, DateTimeOffset At)> Orders { get; } = [];

        public int PricesSet { get; private set; }

        public async Task StepAsync(int step)
        {
            _clock.Advance(TimeSpan.FromHours(dice.Next(1, 40)));
            if (dice.Next(3) == 0)
            {
                await SetPriceAsync();
            }
            else
            {
                await DeliverAsync(step);
            }
        }

        private async Task SetPriceAsync()
        {
            var from = Kigali.Date(_clock.GetUtcNow()).AddDays(dice.Next(1, 6));
            var kind = ((string[])[Price.Internal, Price.Internal, Price.Contract, Price.Floor, Price.Fixed])[dice.Next(5)];
            var price = new Price
            {
                Product = Product, StationId = dice.Next(3) == 0 ? 1 : null, Kind = kind, UnitPrice = dice.Next(400, 800), StartsOn = from,
                EndsOn = kind == Price.Fixed || dice.Next(2) == 0 ? from.AddDays(dice.Next(0, 9)) : null, Authority = "Board", Notice = "Decision", Actor = "",
            };
            try
            {
                await new SetPrice(database.Store, _clock).RunAsync(new Staff(Twz, "staff:manager@twz.demo"), price, CancellationToken.None);
                PricesSet++;
            }
            catch (RefusedException)
            {
                // below a floor or beside a fixed price, as in any life
            }
        }

        private async Task DeliverAsync(int step)
        {
            var now = _clock.GetUtcNow();
            var station = dice.Next(2) == 0 ? 1L : await database.NumberAsync("select max(id) from stations where cooperative_id = $1", Twz);
            var member = await database.NumberAsync(
                "select id from memberships where cooperative_id = $1 and number = $2", Twz, ((string[])["0101", "0102", "0103", "0104", "0106"])[dice.Next(5)]);
            var tare = dice.Next(0, 3_000);
            var delivery = new Delivery(
                Twz, station, member, Product, new Weight(tare + dice.Next(1, 90_000)), new Weight(tare), null, now, null,
                string.Create(CultureInfo.InvariantCulture, $"life:{step}"), "office:TWZ");
            var order = 0L;
            await database.CommitAsync(async db => order = await DeliveryBook.RecordAsync(db, delivery, now));
            Orders.Add(await database.ReadAsync(db => db.FirstAsync("select price_id, unit_price from purchase_orders where id = $1", row => (row.Number(0), row.Number(1), station, now), order)));
        }
    }
}
