using Xunit.Sdk;

namespace CoopReach.Engine.Tests.Text;

/// <summary>Holds a rule against many generated cases; a failure names the seed that brings its case back.</summary>
internal static class Property
{
    private const int Full = 1_000_000;
    private const int Quick = 20_000;

    private static readonly int Cases = Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? Full : Quick;

    public static void Holds(Action<Random> rule)
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            try
            {
                rule(new Random(seed));
            }
            catch (Exception e)
            {
                throw new XunitException($"seed {seed}: {e.Message}", e);
            }
        }
    }
}
