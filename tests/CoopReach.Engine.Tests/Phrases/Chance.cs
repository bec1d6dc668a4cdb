namespace CoopReach.Engine.Tests.Phrases;

/// <summary>Random cases that can be had again: every failure names the seed.</summary>
internal static class Chance
{
    public static (Random Random, int Seed) New()
    {
        var seed = Environment.TickCount;
        return (new Random(seed), seed);
    }

    public static int Times(int full, int quick) => Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? full : quick;
}
