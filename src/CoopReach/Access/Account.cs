using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Access;

/// <summary>A user with the post of today, as whoever knocks is measured against.</summary>
internal sealed record Account(
    long Id, string Login, string Name, string PasswordHash, string Stamp, byte[]? TotpKey, Language Language, bool IsDisabled,
    long? PostId, Role? Role, long? CooperativeId, string? Area, bool IsSuspended)
{
    private const string Sql = """
        select u.id, u.login, u.name, u.password_hash, u.security_stamp, u.totp_key, u.language, u.disabled_at,
            p.id, p.role, p.cooperative_id, p.area, p.suspended_at
        from users u left join posts p on p.user_id = u.id and p.ended_at is null
        """;

    /// <summary>Nobody enters without a post.</summary>
    public bool MayEnter => !IsDisabled && Role is not null && !IsSuspended;

    /// <inheritdoc cref="Seat.ActorOf"/>
    public string Actor => Seat.ActorOf(Login, CooperativeId);

    public static ValueTask<Account?> FindAsync(Statements db, string login) => db.FirstAsync($"{Sql} where u.login = $1", Read, login);

    public static ValueTask<Account?> FindAsync(Statements db, long id) => db.FirstAsync($"{Sql} where u.id = $1", Read, id);

    /// <summary>As logins are kept. What no keyboard types is dropped: not every database takes it.</summary>
    public static string Normal(string login) => string.Concat(login.Where(letter => !char.IsControl(letter))).Trim().ToLowerInvariant();

    public ValueTask WriteAsync(Statements db, DateTimeOffset now, string action, string detail = "") =>
        AccessLog.WriteAsync(db, CooperativeId, now, Actor, action, AccessLog.Subject(Id), detail);

    private static Account Read(ResultRow row) => new(
        row.Number(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.IsNull(5) ? null : row.Bytes(5),
        Languages.Find(row.Text(6)) ?? Language.Kinyarwanda, !row.IsNull(7), row.NumberOrNull(8), Roles.Find(row.TextOrNull(9)),
        row.NumberOrNull(10), row.TextOrNull(11), !row.IsNull(12));
}
