using System.Buffers.Text;
using System.Security.Cryptography;

namespace CoopReach.Access;

/// <summary>Secrets that are said once: in a link, or printed for somebody without a connection.</summary>
public static class OneTimeSecret
{
    private const int LinkBytes = 16;
    private const int CodeLength = 12;
    private const int GroupLength = 4;

    /// <summary>No two of these are taken for one another on paper: no 0 and O, 1, I and L, 5 and S, 2 and Z, 8 and B, U and V.</summary>
    private const string Alphabet = "ACDEFGHJKMNPQRTUWXY34679";

    /// <summary>128 random bits for a link.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(LinkBytes));

    /// <summary>Twelve characters in groups of four: ACDE-FGHJ-KMNP.</summary>
    public static string NewCode() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, CodeLength).Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>A printed code as it was made, whatever case and gaps it was typed with; a token as it is.</summary>
    internal static string Normal(string secret)
    {
        var bare = string.Concat(secret.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return bare.Length == CodeLength && bare.All(Alphabet.Contains) ? bare : secret.Trim();
    }
}
