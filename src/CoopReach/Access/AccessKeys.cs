using System.Security.Cryptography;
using System.Text;
using CoopReach.People;

namespace CoopReach.Access;

/// <summary>What is keyed with the pepper here, each use with a key of its own: the database alone opens nothing.</summary>
public sealed class AccessKeys(string pepper)
{
    private readonly Sealer _totp = new(pepper, "totp");
    private readonly Sealer _protection = new(pepper, "data protection");
    private readonly byte[] _secrets = KeyFor(pepper, "digest office secret");
    private readonly byte[] _logins = KeyFor(pepper, "digest office login");

    public byte[] SealTotp(string key) => _totp.Seal(key);

    public string OpenTotp(byte[] box) => _totp.Open(box);

    public byte[] SealProtection(string xml) => _protection.Seal(xml);

    public string OpenProtection(byte[] box) => _protection.Open(box);

    /// <summary>What is kept of an invitation or a recovery code, however it was typed: spaces, hyphens and case of a printed one say nothing.</summary>
    public byte[] DigestOf(string secret) => HMACSHA256.HashData(_secrets, Encoding.UTF8.GetBytes(OneTimeSecret.Normal(secret)));

    /// <summary>What tries for a login are counted under.</summary>
    public byte[] DigestOfLogin(string login) => HMACSHA256.HashData(_logins, Encoding.UTF8.GetBytes(login));

    private static byte[] KeyFor(string pepper, string use) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(pepper), HMACSHA256.HashSizeInBytes, info: Encoding.UTF8.GetBytes(use));
}
