using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoopReach.Access;

/// <summary>
/// Codes of authenticator apps (RFC 6238: SHA-1, 30 seconds, six digits). Ours, because the code that came must be known by
/// its time step to be good once, and by the clock of the product.
/// </summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int KeyBytes = 20;
    private const int Seconds = 30;

    /// <summary>A phone's clock may be one step off.</summary>
    private const int Leeway = 1;

    /// <summary>160 random bits in base32, as apps take them.</summary>
    public static string NewKey() => string.Concat(RandomNumberGenerator.GetItems(Base32.AsSpan(), KeyBytes * 8 / 5));

    /// <summary>What the QR code of a new factor says.</summary>
    public static string UriOf(string login, string key) =>
        $"otpauth://totp/CoopReach:{Uri.EscapeDataString(login)}?secret={key}&issuer=CoopReach&algorithm=SHA1&digits=6&period={Seconds}";

    public static string CodeAt(string key, DateTimeOffset at) => Code(Decode(key), StepAt(at));

    /// <summary>The time step whose code was typed, of now and one to each side; null for a wrong one. All are compared, whichever matches.</summary>
    public static long? Match(string key, string code, DateTimeOffset now)
    {
        var typed = Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiDigit)));
        var bytes = Decode(key);
        long? matched = null;
        for (var step = StepAt(now) - Leeway; step <= StepAt(now) + Leeway; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(Code(bytes, step))))
            {
                matched = step;
            }
        }

        return matched;
    }

    private static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / Seconds;

    private static string Code(byte[] key, long step)
    {
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // Every authenticator app knows SHA-1, and some know nothing else; as an HMAC it is not broken.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;

        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bytes = new List<byte>(KeyBytes);
        var (bits, held) = (0, 0);
        foreach (var letter in key)
        {
            bits = ((bits << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xfff;
            held += 5;
            if (held >= 8)
            {
                held -= 8;
                bytes.Add((byte)((bits >> held) & 0xff));
            }
        }

        return [.. bytes];
    }
}
