using CoopReach.Access;
using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Office.Users;

/// <summary>Who works in the office: of the cooperative for its manager, everybody for an administrator.</summary>
public static class UserList
{
    private static readonly string[] OnTheScreen = ["name", "role", "since", "factor", "seen", "state"];

    private static readonly string[] OnTheScreenOfAll = ["name", "role", "place", "factor", "seen", "state"];

    public static readonly ListOf<UserRow> All = new(
        "/users.xlsx", Permission.ManageUsers, "office.users.title", "office.users.empty",
        [
            new("name", "office.users.name", row => row.Name, Spot.Lead),
            new("login", "office.users.login", row => row.Login),
            new("role", "office.users.role", row => row.RoleSaid, Spot.Detail),
            new("place", "office.users.place", row => row.Place) { IsSorted = false },
            new("since", "office.users.since", row => row.Since is { } since ? Value.Date(Kigali.Date(since)) : null),
            new("factor", "office.users.factor", row => Value.Phrase(row.HasSecondFactor ? "office.users.factor-on" : "office.users.factor-off")) { IsSorted = false },
            new("seen", "office.users.seen", row => Moment.Short(row.SeenAt), Spot.State),
            new("state", "office.users.state-of", row => row.State.Word, Spot.Amount) { Chip = row => row.State, IsSorted = false },
        ],
        Find) { Search = "office.users.search", Link = row => $"/users/{row.Id}" };

    /// <summary>As somebody sees it: no more columns than a screen has room for.</summary>
    public static ListOf<UserRow> For(Seat seat)
    {
        var shown = seat.CooperativeId is null ? OnTheScreenOfAll : OnTheScreen;
        return All with { Columns = [.. All.Columns.Where(column => shown.Contains(column.Name))] };
    }

    /// <summary>Everybody the seat looks after. Users belong to nobody, so no scope knows them: here it is said who sees whom.</summary>
    public static IQueryable<UserRow> Of(CoopDb db, Seat seat)
    {
        seat.Must(Permission.ManageUsers);
        return from user in db.Set<User>().AsNoTracking().IgnoreQueryFilters()
               join held in db.Set<Post>().Where(post => post.EndedAt == null) on user.Id equals held.UserId into posts
               from post in posts.DefaultIfEmpty()
               join place in db.Set<Cooperative>() on post!.CooperativeId equals (long?)place.Id into places
               from cooperative in places.DefaultIfEmpty()
               where seat.CooperativeId == null || post!.CooperativeId == seat.CooperativeId
               select new UserRow
               {
                   Id = user.Id,
                   Login = user.Login,
                   Name = user.Name,
                   Role = post!.Role,
                   CooperativeId = post.CooperativeId,
                   Cooperative = cooperative!.Name,
                   Area = cooperative.SeatCode ?? post.Area,
                   Since = post.Since,
                   SuspendedAt = post.SuspendedAt,
                   DisabledAt = user.DisabledAt,
                   HasSecondFactor = user.TotpKey != null,
                   SeenAt = db.Set<UserSession>().Where(session => session.UserId == user.Id).Max(session => (DateTimeOffset?)session.SeenAt),
               };
    }

    private static IQueryable<UserRow> Find(CoopDb db, Seat seat, GridQuery query)
    {
        var (text, area) = ($"%{query.Text.ToLowerInvariant()}%", query["area"] ?? "");
        var rows = Of(db, seat)
            .Where(row => text == "%%" || EF.Functions.Like(row.Login, text) || EF.Functions.Like(row.Name.ToLower(), text) || EF.Functions.Like(row.Cooperative!.ToLower(), text))
            .Where(row => area == "" || row.Area!.StartsWith(area));

        return Sort(rows, query).ThenBy(row => row.Id);
    }

    private static IOrderedQueryable<UserRow> Sort(IQueryable<UserRow> rows, GridQuery query) => query.Sort switch
    {
        "login" => rows.By(row => row.Login, query),
        "role" => rows.By(row => row.Role, query),
        "since" => rows.By(row => row.Since, query),
        "seen" => rows.By(row => row.SeenAt, query),
        _ => rows.By(row => row.Name, query),
    };
}
