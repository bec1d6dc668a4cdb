using System.Security.Cryptography;
using System.Text;

namespace CoopReach.People;

/// <summary>A salt of 16 bytes and a hash of 32, as they are stored.</summary>
public readonly record struct PinHash(byte[] Salt, byte[] Hash)
{
    /// <summary>As a place keeps it between the two times a new PIN is typed.</summary>
    public string Spell() => $"{Convert.ToHexString(Salt)}:{Convert.ToHexString(Hash)}";

    public static PinHash Parse(string text) => text.Split(':') is [var salt, var hash]
        ? new PinHash(Convert.FromHexString(salt), Convert.FromHexString(hash))
        : throw new FormatException("A proposed PIN is a salt and a hash.");
}

/// <summary>
/// Turns a PIN into what is stored. Five digits are soon tried out, so the hash is keyed with the pepper: whoever has
/// only the database can try nothing.
/// </summary>
public sealed class PinHasher(string pepper)
{
    private const int SaltSize = 16;

    private readonly byte[] _key = KeyFor(pepper, "member pin");
    private readonly byte[] _codeKey = KeyFor(pepper, "one-time code");

    /// <summary>Hashes a new PIN with a salt of its own.</summary>
    public PinHash Create(string pin)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        return new PinHash(salt, HashOf(pin, salt));
    }

    /// <summary>Takes the same time whether the PIN is right, nearly right or wrong.</summary>
    public bool Matches(string pin, byte[] salt, byte[] hash) => CryptographicOperations.FixedTimeEquals(HashOf(pin, salt), hash);

    /// <summary>What is kept of a one-time code of a membership, keyed apart from PINs.</summary>
    public byte[] DigestOf(long membershipId, string code) => HMACSHA256.HashData(_codeKey, Encoding.UTF8.GetBytes($"{membershipId}:{code}"));

    private static byte[] KeyFor(string pepper, string use) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(pepper), HMACSHA256.HashSizeInBytes, info: Encoding.UTF8.GetBytes(use));

    private byte[] HashOf(string pin, byte[] salt) => HMACSHA256.HashData(_key, (byte[])[.. salt, .. Encoding.UTF8.GetBytes(pin)]);
}
