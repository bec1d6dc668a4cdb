using CoopReach.Access;
using CoopReach.Data;
using Microsoft.AspNetCore.Identity;

namespace CoopReach.Demo;

/// <summary>Somebody of the office in the demo.</summary>
/// <param name="Cooperative">Its code; null for officers.</param>
public sealed record DemoUser(string Login, string Name, Role Role, string? Cooperative, string? Area, string Language);

/// <summary>Who works in the office of the demo. One password and one authenticator key for all, and both are public.</summary>
public static class DemoUsers
{
    public const string Password = "Demo-CoopReach-2026";
    public const string TotpKey = "JBSWY3DPEHPK3PXP";

    private const string Insert = """
        insert into users (login, name, password_hash, security_stamp, totp_key, language, created_at, created_by)
        values ($1, $2, $3, $4, $5, $6, $7, 'system') returning id
        """;

    /// <summary>
    /// As many hashes as users, each with its salt and at full strength, made once a process and side by side: tests seed
    /// often, and a weaker hash for the demo would be a weaker hash in the product.
    /// </summary>
    private static readonly Lazy<string[]> Hashes = new(() => [.. All!.AsParallel().Select(_ => new PasswordHasher<User>().HashPassword(null!, Password))]);

    public static IReadOnlyList<DemoUser> All { get; } =
    [
        new("manager@twz.demo", "Mukeshimana Grace", Role.Manager, "TWZ", null, "en"),
        new("accountant@twz.demo", "Bizimana Olivier", Role.Accountant, "TWZ", null, "fr"),
        new("secretary@twz.demo", "Uwera Solange", Role.Secretary, "TWZ", null, "rw"),
        new("supervisor@twz.demo", "Nkurunziza Pascal", Role.Supervisor, "TWZ", null, "rw"),
        new("manager@abh.demo", "Mutesi Diane", Role.Manager, "ABH", null, "rw"),
        new("manager@ucn.demo", "Hakizimana Emmanuel", Role.UnionManager, "UCN", null, "rw"),
        new("sector@rca.demo", "Ingabire Chantal", Role.Sector, null, "2503", "rw"),
        new("district@rca.demo", "Rwigema Patrick", Role.District, null, "25", "rw"),
        new("legal@rca.demo", "Umutoni Aline", Role.Legal, null, "", "en"),
        new("director@rca.demo", "Kayitesi Josiane", Role.Director, null, "", "en"),
        new("inspector@rca.demo", "Gasana Fabrice", Role.Inspector, null, "", "fr"),
        new("admin@rca.demo", "Iradukunda Yves", Role.Administrator, null, "", "en"),
    ];

    /// <param name="cooperatives">Their ids by code.</param>
    internal static async ValueTask InsertAsync(Statements db, AccessKeys keys, IReadOnlyDictionary<string, long> cooperatives, DateTimeOffset now)
    {
        foreach (var (user, hash) in All.Zip(Hashes.Value))
        {
            var id = await db.FirstAsync(
                Insert, row => row.Number(0), user.Login, user.Name, hash, OneTimeSecret.NewToken(), keys.SealTotp(TotpKey), user.Language, now);
            await Posts.InsertAsync(db, id, user.Role, user.Cooperative is { } code ? cooperatives[code] : null, user.Area, "system", now);
        }
    }
}
