using CoopReach.Engine;
using CoopReach.Produce;

namespace CoopReach.Tests.Produce;

/// <summary>What is taken off, for any loans, rules and caps.</summary>
public sealed class DeductionTests
{
    private static readonly int Histories = Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 1_000_000 : 20_000;

    [Fact]
    public void No_order_gives_away_more_than_the_cap_the_loan_or_its_own_limit()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var history = 0; history < Histories; history++)
        {
            var loans = Enumerable.Range(0, random.Next(4)).Select(id => Loan(random, id)).ToList();
            var rules = Enumerable.Range(0, random.Next(4)).Select(_ => Rule(random)).ToList();
            var (gross, cap) = (random.NextInt64(0, 5_000_000), random.NextInt64(0, 1001));
            var taken = Deductions.Take(loans, rules, cap, gross, new Weight(random.NextInt64(1, 5_000_000)));
            var why = $"Seed {seed}, history {history}";

            Assert.True(taken.Sum(one => one.Amount) <= gross * cap / 1000, why);
            Assert.All(taken, one => Assert.True(one.Amount > 0 && one.Authority.Length > 0 && one.Basis.Length > 0, why));
            foreach (var loan in loans)
            {
                var paid = taken.SingleOrDefault(one => one.LoanId == loan.Id);
                Assert.True(paid is null || (paid.Amount <= loan.MostPerOrder && paid.BalanceAfter == loan.Left - paid.Amount && paid.BalanceAfter >= 0), why);
            }
        }
    }

    [Fact]
    public void Loans_are_paid_back_before_anything_else_is_taken()
    {
        OpenLoan[] loans = [new(1, "L-1", "fertiliser-loan", 500, 10_000, 4_000)];
        DeductionRule[] rules = [new() { Kind = "savings", Authority = "GA", Basis = DeductionRule.PerOrder, Rate = 3_000 }];

        var taken = Deductions.Take(loans, rules, capPermille: 500, gross: 10_000, new Weight(10_000));

        Assert.Equal([("fertiliser-loan", 4_000L), ("savings", 1_000L)], taken.Select(one => (one.Kind, one.Amount)));
    }

    private static OpenLoan Loan(Random random, int id) => new(
        id, $"L-{id}", "fertiliser-loan", random.NextInt64(1, 1001), random.NextInt64(1, 100_000), random.NextInt64(0, 200_000));

    private static DeductionRule Rule(Random random) => new()
    {
        Kind = "savings",
        Authority = "General Assembly",
        Basis = random.Next(3) switch { 0 => DeductionRule.Permille, 1 => DeductionRule.PerKilogram, _ => DeductionRule.PerOrder },
        Rate = random.NextInt64(1, 1000),
        MostPerOrder = random.Next(2) == 0 ? null : random.NextInt64(1, 10_000),
    };
}
