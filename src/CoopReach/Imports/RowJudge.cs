using CoopReach.People;
using CoopReach.Registry;

namespace CoopReach.Imports;

/// <summary>What is to become of a row, why, and who it may be already.</summary>
internal sealed record Verdict(string Decision, long? MatchId, IReadOnlyList<string> Findings);

/// <summary>Compares the rows of a list, one after the other, with the registry and with the rows before.</summary>
internal sealed class RowJudge(KnownPeople people, Dictionary<string, long> taken, NationalIdVault vault, DateOnly today)
{
    private readonly Dictionary<string, int> _seen = [];

    public Verdict Judge(int rowNumber, MemberRow member)
    {
        var findings = new List<string>(member.Findings);
        if (member.Broken)
        {
            return new Verdict("broken", null, findings);
        }

        if (!_seen.TryAdd(member.Number, rowNumber))
        {
            findings.Add($"Row {_seen[member.Number]} has the same member number.");
            return new Verdict("broken", null, findings);
        }

        return member.Form.Problems(today) is [var problem, ..]
            ? new Verdict("broken", null, [.. findings, problem])
            : Compare(rowNumber, member, findings);
    }

    private Verdict Compare(int rowNumber, MemberRow member, List<string> findings)
    {
        var person = AsKnown(rowNumber, member);
        var like = people.Like(person);
        people.Add(person);
        if (taken.TryGetValue(member.Number, out var holder))
        {
            var same = people.All.FirstOrDefault(known => known.Id == holder)?.SearchName == person.SearchName;
            findings.Add(same ? "Is a member under this number already." : "The member number belongs to somebody else.");
            return new Verdict(same ? "skip" : "broken", holder, findings);
        }

        if (like is not [var first, ..])
        {
            return new Verdict("new", null, findings);
        }

        var where = first.Person.Id > 0 ? "in the registry" : $"in row {-first.Person.Id} of this list";
        findings.Add($"May be {first.Person.Name} {where} ({first.Score}): {string.Join(", ", first.Reasons)}.");
        return new Verdict("doubtful", first.Person.Id > 0 ? first.Person.Id : null, findings);
    }

    /// <summary>A row of the list goes by its number, below zero, so that it is never taken for somebody of the registry.</summary>
    private KnownPerson AsKnown(int rowNumber, MemberRow member) =>
        new(-rowNumber, $"{member.Form.FamilyName} {member.Form.GivenNames}", NameSearch.Of(member.Form.FamilyName, member.Form.GivenNames))
        {
            BirthYear = member.Form.BirthYear ?? member.Form.BirthDate?.Year,
            BirthDate = member.Form.BirthDate,
            VillageCode = member.Form.VillageCode,
            Phone = member.Phone,
            IdDigest = NationalId.TryParse(member.NationalId, today.Year, out var id) ? Convert.ToHexString(vault.Digest(id)) : null,
        };
}
