using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.People;

namespace CoopReach.Registry;

/// <summary>
/// Members by what somebody remembers of them: names in either order and without accents, the number, a phone however it is
/// written or only its end, the village.
/// </summary>
internal static class MemberSearch
{
    private const int ShortestNumber = 4;
    private const int ShortestEnd = 3;
    private const int MostVillages = 200;

    /// <summary>Sorts behind everything a word goes on with.</summary>
    private const string End = "~";

    public static IQueryable<Membership> Matching(this IQueryable<Membership> members, CoopDb db, string text)
    {
        var named = members;
        foreach (var word in Words(text))
        {
            var having = Having(db.Rows<MemberWord>(), word);
            named = named.Where(member => having.Contains(member.Id));
        }

        var villages = VillagesOf(text);
        if (villages.Count == 0)
        {
            return named;
        }

        var found = named.Select(member => member.Id).Union(members.Where(member => villages.Contains(member.VillageCode!)).Select(member => member.Id));
        return members.Where(member => found.Contains(member.Id));
    }

    private static IEnumerable<string> Words(string text)
    {
        var bare = string.Concat(text.Where(letter => letter is not (' ' or '-' or '.' or '+')));
        return PhoneNumber.TryParseMobile(text, out var phone) ? [phone[1..]]
            : bare.Length > 0 && bare.All(char.IsAsciiDigit) ? [bare]
            : NameSearch.Words(text);
    }

    private static IQueryable<long> Having(IQueryable<MemberWord> words, string word)
    {
        if (!word.All(char.IsAsciiDigit))
        {
            var behind = word + End;
            return words.Where(one => string.Compare(one.Word, word) >= 0 && string.Compare(one.Word, behind) < 0).Select(one => one.MembershipId);
        }

        var number = word.PadLeft(ShortestNumber, '0');
        if (word.Length < ShortestEnd)
        {
            return words.Where(one => one.Word == number).Select(one => one.MembershipId);
        }

        var (from, to) = (FromTheEnd(word), FromTheEnd(word) + End);
        return words.Where(one => one.Word == number || (string.Compare(one.Word, from) >= 0 && string.Compare(one.Word, to) < 0)).Select(one => one.MembershipId);
    }

    /// <summary>The database keeps the last nine digits of a phone, the last one first.</summary>
    private static string FromTheEnd(string digits) => $"#{string.Concat(digits.Reverse().Take(9))}";

    /// <summary>Codes of the villages of that name; none for a name so short or so common that nobody means it.</summary>
    private static List<string> VillagesOf(string text)
    {
        var name = string.Join(' ', NameSearch.Words(text));
        var found = name.Length < ShortestEnd ? [] : Divisions.Villages(name).Take(MostVillages + 1).Select(village => village.Code).ToList();
        return found.Count > MostVillages ? [] : found;
    }
}
