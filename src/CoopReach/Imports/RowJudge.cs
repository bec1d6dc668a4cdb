using CoopReach.Engine.Phrases;
using CoopReach.People;
using CoopReach.Registry;

namespace CoopReach.Imports;

/// <summary>What is to become of a row, why, and who it may be already.</summary>
internal sealed record Verdict(string Decision, long? MatchId, IReadOnlyList<Value> Findings);

/// <summary>Compares the rows of a list, one after the other, with the registry and with the rows before.</summary>
internal sealed class RowJudge(KnownPeople people, Dictionary<string, long> taken, NationalIdVault vault, DateOnly today)
{
    private readonly Dictionary<string, int> _seen = [];
    private readonly Dictionary<long, string> _names = people.All.ToDictionary(known => known.Id, known => known.SearchName);

    public Verdict Judge(int rowNumber, MemberRow member)
    {
        var findings = new List<Value>(member.Findings);
        if (member.Broken)
        {
            return new Verdict("broken", null, findings);
        }

        if (!_seen.TryAdd(member.Number, rowNumber))
        {
            findings.Add(Value.Phrase("imports.finding.number-twice", ("row", $"{_seen[member.Number]}")));
            return new Verdict("broken", null, findings);
        }

        return member.Form.Problems(today) is [var problem, ..]
            ? new Verdict("broken", null, [.. findings, problem])
            : Compare(rowNumber, member, findings);
    }

    private Verdict Compare(int rowNumber, MemberRow member, List<Value> findings)
    {
        var person = AsKnown(rowNumber, member);
        var like = people.Like(person);
        people.Add(person);
        if (taken.TryGetValue(member.Number, out var holder))
        {
            var same = _names.GetValueOrDefault(holder) == person.SearchName;
            findings.Add(Value.Phrase(same ? "imports.finding.member-already" : "imports.finding.number-taken"));
            return new Verdict(same ? "skip" : "broken", holder, findings);
        }

        if (like is not [var first, ..])
        {
            return new Verdict("new", null, findings);
        }

        return new Verdict("doubtful", first.Person.Id > 0 ? first.Person.Id : null, [.. findings, MayBe(first), .. first.Reasons]);
    }

    private static Value MayBe(Likeness like) => like.Person.Id > 0
        ? Value.Phrase("imports.finding.like-member", ("name", like.Person.Name), ("score", Value.Number(like.Score)))
        : Value.Phrase("imports.finding.like-row", ("row", $"{-like.Person.Id}"), ("score", Value.Number(like.Score)));

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
