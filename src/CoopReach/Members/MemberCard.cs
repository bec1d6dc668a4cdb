using CoopReach.Access;
using CoopReach.Cooperatives;
using CoopReach.Engine;
using CoopReach.People;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Members;

/// <summary>Whose booklet it is: what stands on its cover.</summary>
public sealed record MemberCard(
    long MembershipId, long PersonId, long CooperativeId, string Cooperative, string Code, string Number, string FamilyName, string GivenNames, string Language, string Kind,
    DateOnly JoinedOn, DateOnly? EndedOn, string? ExitReason)
{
    public string? VillageCode { get; init; }

    public string? Sex { get; init; }

    public long? BirthYear { get; init; }

    public DateOnly? BirthDate { get; init; }

    public string? NoIdReason { get; init; }

    /// <summary>When the photo was kept that may be shown; null where there is none.</summary>
    public DateTimeOffset? PhotoAt { get; init; }

    public IReadOnlyList<PersonPhone> Phones { get; init; } = [];

    public string Name => $"{FamilyName} {GivenNames}";

    public Language Speaks => Languages.Find(Language) ?? Engine.Language.Kinyarwanda;

    /// <summary>Of the booklet, for whoever sits there.</summary>
    public string PathFor(Seat seat) => seat.CooperativeId is null ? $"/members/{Code}/{Number}" : $"/members/{Number}";
}

/// <summary>Finds a member by number, of a cooperative that the seat covers and of no other.</summary>
public sealed class FindMember(Reader reader)
{
    /// <param name="cooperative">Its code; null for the seat's own.</param>
    public async Task<MemberCard?> RunAsync(Seat seat, string? cooperative, string number, CancellationToken cancel)
    {
        await using var db = await reader.OpenAsync(seat, cancel);
        var found = from member in db.Rows<Membership>()
                    join person in db.Rows<Person>() on member.PersonId equals person.Id
                    join house in db.Rows<Cooperative>() on member.CooperativeId equals house.Id
                    where member.Number == number && (cooperative == null ? house.Id == seat.CooperativeId : house.Code == cooperative)
                    select new MemberCard(
                        member.Id, person.Id, house.Id, house.Name, house.Code, member.Number, person.FamilyName, person.GivenNames, person.Language, member.Kind,
                        member.JoinedOn, member.EndedOn, member.ExitReason)
                    {
                        VillageCode = person.VillageCode,
                        Sex = person.Sex,
                        BirthYear = person.BirthYear,
                        BirthDate = person.BirthDate,
                        NoIdReason = person.NoIdReason,
                        PhotoAt = db.Rows<PersonPhoto>()
                            .Where(photo => photo.PersonId == person.Id && db.Rows<Consent>().Any(one => one.PersonId == person.Id && one.Purpose == "photo" && one.WithdrawnAt == null))
                            .Select(photo => (DateTimeOffset?)photo.TakenAt).FirstOrDefault(),
                    };

        return await found.SingleOrDefaultAsync(cancel) is not { } card ? null : card with
        {
            Phones = await db.Rows<PersonPhone>().Where(phone => phone.PersonId == card.PersonId)
                .OrderByDescending(phone => phone.IsPrimary).ThenBy(phone => phone.PhoneNumber).ToListAsync(cancel),
        };
    }
}
