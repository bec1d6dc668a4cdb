namespace CoopReach.Engine;

/// <summary>Thousandths as people read them.</summary>
public static class Percent
{
    /// <summary>100 is 10%, 45 is 4.5%.</summary>
    public static string Of(long permille) => permille % 10 == 0 ? $"{permille / 10}%" : $"{permille / 10}.{permille % 10}%";
}
