using CoopReach.Data;
using Microsoft.AspNetCore.Identity;

namespace CoopReach.Access;

/// <summary>
/// Our users, as ASP.NET Core Identity reads them. What changes a user is a use case of this room, one transaction with its
/// event, so nothing is written here.
/// </summary>
public sealed class UserStore(Store store) : IUserPasswordStore<User>, IUserSecurityStampStore<User>, IUserTwoFactorStore<User>
{
    private const string Sql = """
        select id, login, name, password_hash, security_stamp, totp_key, last_step, language, created_at, created_by, disabled_at from users
        """;

    public Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        long.TryParse(userId, out var id) ? FindAsync($"{Sql} where id = $1", id, cancellationToken) : Task.FromResult<User?>(null);

    /// <summary>Identity asks in capitals.</summary>
    public Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindAsync($"{Sql} where login = $1", Account.Normal(normalizedUserName), cancellationToken);

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) => Task.FromResult($"{user.Id}");

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    public Task<string?> GetPasswordHashAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.PasswordHash);

    public Task<bool> HasPasswordAsync(User user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<string?> GetSecurityStampAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task<bool> GetTwoFactorEnabledAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.TotpKey is not null);

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => throw Written();

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) => throw Written();

    public Task SetPasswordHashAsync(User user, string? passwordHash, CancellationToken cancellationToken) => throw Written();

    public Task SetSecurityStampAsync(User user, string stamp, CancellationToken cancellationToken) => throw Written();

    public Task SetTwoFactorEnabledAsync(User user, bool enabled, CancellationToken cancellationToken) => throw Written();

    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) => throw Written();

    public Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken) => throw Written();

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) => throw Written();

    public void Dispose()
    {
        // The store is everybody's.
    }

    private static NotSupportedException Written() => new("Users are changed by the use cases of Access.");

    private async Task<User?> FindAsync(string sql, object key, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.FirstAsync(sql, Read, key);
    }

    private static User Read(ResultRow row) => new()
    {
        Id = row.Number(0), Login = row.Text(1), Name = row.Text(2), PasswordHash = row.Text(3), SecurityStamp = row.Text(4),
        TotpKey = row.IsNull(5) ? null : row.Bytes(5), LastStep = row.NumberOrNull(6), Language = row.Text(7), CreatedAt = row.Time(8),
        CreatedBy = row.Text(9), DisabledAt = row.TimeOrNull(10),
    };
}
