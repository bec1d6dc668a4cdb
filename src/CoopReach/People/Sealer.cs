using System.Security.Cryptography;
using System.Text;

namespace CoopReach.People;

/// <summary>
/// Keeps text so that the database alone cannot show it: AES-GCM under a key derived from the pepper for one purpose. What
/// was sealed for another purpose, or changed since, does not open.
/// </summary>
public sealed class Sealer(string pepper, string purpose)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(pepper), 32, info: Encoding.UTF8.GetBytes($"seal {purpose}"));

    /// <summary>Nonce, tag and cipher text in one; never the same bytes twice.</summary>
    public byte[] Seal(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(_key, TagSize);
        cipher.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize));

        return box;
    }

    /// <exception cref="CryptographicException">It was sealed with another pepper or purpose, or changed since.</exception>
    public string Open(byte[] box)
    {
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(_key, TagSize);
        cipher.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), plain);

        return Encoding.UTF8.GetString(plain);
    }
}
