namespace CoopReach.Tests.Conversations;

/// <summary>Chance that can be had again: the seed is said when a test fails.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Seed => seed;

    public bool Percent(int percent) => _random.Next(100) < percent;

    public T Of<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    public int Below(int limit) => _random.Next(limit);

    /// <summary>The full count when COOPREACH_FULL is 1, else what takes seconds.</summary>
    public static int Count(int full, int quick) => Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? full : quick;
}
