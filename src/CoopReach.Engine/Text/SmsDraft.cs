namespace CoopReach.Engine.Text;

/// <summary>A character that makes an SMS longer than it looks.</summary>
/// <param name="At">Its place in the text as typed, from 0.</param>
/// <param name="Character">As typed; two chars where it is a pair.</param>
/// <param name="Instead">What is sent instead; the same where it is sent, at the cost of two.</param>
public sealed record CostlyCharacter(int At, string Character, string Instead);

/// <summary>
/// A text as it is typed and as it would be sent: what it costs either way, and which characters are to blame.
/// </summary>
/// <param name="Typed">As somebody wrote it.</param>
/// <param name="Sent">The same in GSM-7.</param>
/// <param name="AsTyped">One foreign character moves all of it to UCS-2, 70 to a segment.</param>
public sealed record SmsDraft(string Typed, string Sent, SmsSize AsTyped, SmsSize AsSent, IReadOnlyList<CostlyCharacter> Costly)
{
    public static SmsDraft Of(string typed)
    {
        var sent = Transliteration.ToGsm7(typed);
        return new(typed, sent, SmsSize.Of(typed), SmsSize.Of(sent), [.. CostlyIn(typed)]);
    }

    private static IEnumerable<CostlyCharacter> CostlyIn(string typed)
    {
        for (var at = 0; at < typed.Length;)
        {
            var sign = typed.Substring(at, char.IsSurrogatePair(typed, at) ? 2 : 1);
            if (sign.Length == 2 || Gsm7.Cost(sign[0]) != 1)
            {
                yield return new CostlyCharacter(at, sign, Transliteration.ToGsm7(sign));
            }

            at += sign.Length;
        }
    }
}
