using CoopReach.Access;
using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.People;

namespace CoopReach.Registry;

/// <summary>A member, as a list shows one.</summary>
public sealed record MemberRow(
    string Number, string Name, string? VillageCode, string Kind, DateOnly? EndedOn, string? ExitReason, string? Phone, string? Cooperative);

/// <summary>The members somebody covers: staff those of the own cooperative, an inspector those of all in the area.</summary>
public static class MemberList
{
    private static readonly Column<MemberRow>[] Columns =
    [
        new("name", "office.members.name", row => row.Name, Spot.Lead),
        new("number", "office.members.number", row => row.Number, Spot.Amount),
        new("village", "office.members.village", row => row.VillageCode is { } code ? Value.Of(Divisions.Home(code)) : null),
        new("phone", "office.members.phone", row => row.Phone is { } phone ? Value.Of(PhoneNumber.Written(phone)) : null, Spot.Detail) { IsSorted = false },
        new("kind", "office.members.kind", row => Value.Phrase($"office.members.kinds.{row.Kind}")) { IsSorted = false },
        new("state", "office.members.state", row => StateOf(row).Word, Spot.State) { IsSorted = false, Chip = StateOf },
    ];

    /// <summary>Of one cooperative.</summary>
    public static readonly ListOf<MemberRow> Own = Of(Columns, row => $"/members/{row.Number}");

    /// <summary>Of as many as a seat covers, each with its cooperative.</summary>
    public static readonly ListOf<MemberRow> OfSeveral = Of(
        [.. Columns[..2], new("cooperative", "office.members.cooperative", row => row.Cooperative ?? "") { IsSorted = false }, .. Columns[2..]],
        row => $"/members/{row.Cooperative}/{row.Number}");

    private static ListOf<MemberRow> Of(IReadOnlyList<Column<MemberRow>> columns, Func<MemberRow, string> link) =>
        new("/members.xlsx", Permission.SeeRegistry, "office.members.title", "office.members.empty", columns, Find) { Search = "office.members.search", Link = link };

    private static IQueryable<MemberRow> Find(CoopDb db, Seat seat, GridQuery query) =>
        from member in Sort(Narrow(db, db.Rows<Membership>(), query).Matching(db, query.Text), query)
        select new MemberRow(
            member.Number, member.SortName, member.VillageCode, member.Kind, member.EndedOn, member.ExitReason,
            db.Rows<PersonPhone>().Where(phone => phone.PersonId == member.PersonId).OrderByDescending(phone => phone.IsPrimary).ThenBy(phone => phone.PhoneNumber)
                .Select(phone => phone.PhoneNumber).FirstOrDefault(),
            db.Rows<Cooperative>().Where(one => one.Id == member.CooperativeId).Select(one => one.Code).FirstOrDefault());

    private static IQueryable<Membership> Narrow(CoopDb db, IQueryable<Membership> members, GridQuery query)
    {
        members = query["state"] switch
        {
            "active" => members.Where(member => member.EndedOn == null),
            "left" => members.Where(member => member.EndedOn != null),
            _ => members,
        };
        if (query["kind"] is { Length: > 0 } kind)
        {
            members = members.Where(member => member.Kind == kind);
        }

        if (query["phone"] == "none")
        {
            members = members.Where(member => !db.Rows<PersonPhone>().Any(phone => phone.PersonId == member.PersonId));
        }

        return Place(members, query);
    }

    private static IQueryable<Membership> Place(IQueryable<Membership> members, GridQuery query)
    {
        if (long.TryParse(query["zone"], out var zone))
        {
            members = members.Where(member => member.ZoneId == zone);
        }

        if (query["sector"] is not { Length: > 0 } sector)
        {
            return members;
        }

        var behind = $"{sector}~";
        return members.Where(member => string.Compare(member.VillageCode, sector) >= 0 && string.Compare(member.VillageCode, behind) < 0);
    }

    private static IOrderedQueryable<Membership> Sort(IQueryable<Membership> members, GridQuery query) => query.Sort switch
    {
        "name" => members.By(member => member.SortName, query).ThenBy(member => member.Id),
        "village" => members.By(member => member.VillageCode, query).ThenBy(member => member.Id),
        "number" when query.IsDescending => members.OrderByDescending(member => member.CooperativeId).ThenByDescending(member => member.Number),
        _ => members.OrderBy(member => member.CooperativeId).ThenBy(member => member.Number),
    };

    private static Chip StateOf(MemberRow row) => row.EndedOn is { } day
        ? new("stone", "s-hold", Value.Phrase($"office.members.exit.{row.ExitReason}", ("date", Value.Date(day))))
        : new("hill", "s-done", Value.Phrase("office.members.active"));
}
