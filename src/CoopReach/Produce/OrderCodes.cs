using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CoopReach.Produce;

/// <summary>
/// Gives each order its code: nobody without the service's secret can say which order has which, and the same order has
/// the same however often it is asked for before it is written.
/// </summary>
public sealed class OrderCodes(string pepper)
{
    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(pepper), HMACSHA256.HashSizeInBytes, info: "order code"u8.ToArray());

    /// <param name="attempt">0, and one more for each time the code was another order's already.</param>
    public string Of(long stationId, long number, int attempt)
    {
        Span<byte> name = stackalloc byte[20];
        BinaryPrimitives.WriteInt64BigEndian(name, stationId);
        BinaryPrimitives.WriteInt64BigEndian(name[8..], number);
        BinaryPrimitives.WriteInt32BigEndian(name[16..], attempt);
        var place = BinaryPrimitives.ReadUInt32BigEndian(HMACSHA256.HashData(_key, name)) % VerifyCode.Count;

        return VerifyCode.Of((int)place);
    }
}
