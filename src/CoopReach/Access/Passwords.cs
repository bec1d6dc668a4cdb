using Microsoft.AspNetCore.Identity;

namespace CoopReach.Access;

/// <summary>Compares passwords, the same work whoever's they are: for a login nobody has, with the hash of a password nobody knows.</summary>
public sealed class Passwords(IPasswordHasher<User> hasher)
{
    /// <summary>The hasher salts by itself and looks at no user.</summary>
    private static readonly User Nobody = new() { Login = "", Name = "", PasswordHash = "", SecurityStamp = "", Language = "", CreatedBy = "" };

    private readonly string _nobodys = hasher.HashPassword(Nobody, OneTimeSecret.NewToken());

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    internal bool Matches(Account? account, string password)
    {
        var typed = password.Length <= PasswordRules.Longest ? password : "";
        var result = hasher.VerifyHashedPassword(Nobody, account?.PasswordHash ?? _nobodys, typed);

        return account is not null && result != PasswordVerificationResult.Failed;
    }
}
