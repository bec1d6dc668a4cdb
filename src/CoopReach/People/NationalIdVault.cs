using System.Security.Cryptography;
using System.Text;

namespace CoopReach.People;

/// <summary>How national IDs are kept: sealed, and beside it a keyed hash to look one up by.</summary>
public sealed class NationalIdVault(string pepper)
{
    private const int LastDigits = 4;

    private readonly Sealer _sealer = new(pepper, "national id");

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(pepper), HMACSHA256.HashSizeInBytes, info: "digest national id"u8.ToArray());

    public byte[] Seal(NationalId id) => _sealer.Seal(id.Digits);

    /// <summary>Equal for equal numbers, and worth nothing without the pepper.</summary>
    public byte[] Digest(NationalId id) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(id.Digits));

    public NationalId Open(byte[] box) =>
        NationalId.TryParse(_sealer.Open(box), DateOnly.MaxValue.Year, out var id)
            ? id
            : throw new InvalidOperationException("A sealed national ID opened as something else.");

    /// <summary>Whether somebody knows the end of the number; takes the same time however much of it is right.</summary>
    public bool EndsWith(byte[] box, string typed) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(Open(box).Digits[^LastDigits..]), Encoding.UTF8.GetBytes(typed));
}
