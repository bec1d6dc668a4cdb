using CoopReach.Access;

namespace CoopReach.Disputes;

/// <summary>How high a dispute was taken, and who decides there: the cooperative, then sector, district and agency by geography.</summary>
internal enum Rung
{
    Cooperative,
    Sector,
    District,
    Agency,
}

internal static class Rungs
{
    /// <summary>Null for who decides no dispute anywhere.</summary>
    public static Rung? Of(Seat seat) => seat switch
    {
        { CooperativeId: not null } => Rung.Cooperative,
        { Role: Role.Sector } => Rung.Sector,
        { Role: Role.District } => Rung.District,
        { Role: Role.Inspector } => Rung.Agency,
        _ => null,
    };

    /// <summary>
    /// The cooperative answers what nobody took higher, an officer what was taken as high as they are or less: a sector without
    /// an officer must not keep a member waiting.
    /// </summary>
    public static bool MayAnswer(this Rung rung, long raised) => rung == Rung.Cooperative ? raised == 0 : raised >= 1 && raised <= (long)rung;

    /// <summary>With whom a dispute is that was taken higher so often; beyond the agency there is only the court.</summary>
    public static Rung HeldBy(long raised) => (Rung)Math.Min(raised, (long)Rung.Agency);
}
