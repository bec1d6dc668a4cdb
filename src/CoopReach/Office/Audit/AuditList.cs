using System.Globalization;
using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Office.Log;

/// <summary>Who did and read what, and who came in: of the seat's cooperatives, the newest first.</summary>
public static class AuditList
{
    /// <summary>No character: PostgreSQL takes text.</summary>
    private static readonly string Colon = ":";

    private static readonly string[] OnTheScreen = ["at", "who", "what", "on", "detail", "channel"];

    private static readonly string[] OnTheScreenOfOfficers = ["at", "who", "what", "on", "cooperative", "channel"];

    public static readonly ListOf<AuditRow> All = new(
        "/audit.xlsx", Permission.SeeAudit, "office.audit.title", "office.audit.empty",
        [
            new("at", "office.audit.at", row => Moment.Of(row.At), Spot.State),
            new("who", "office.audit.who", row => row.Who, Spot.Lead) { IsSorted = false },
            new("what", "office.audit.what", row => AuditVerbs.Said(row.Action), Spot.Detail) { IsSorted = false },
            new("on", "office.audit.on", row => row.OnWhat, Spot.Amount) { IsSorted = false },
            new("cooperative", "office.audit.cooperative", row => Named(row.Cooperative)) { IsSorted = false },
            new("detail", "office.audit.detail", row => row.About) { IsSorted = false },
            new("channel", "office.audit.channel-of", row => row.By) { IsSorted = false },
        ],
        Find);

    /// <summary>As somebody sees it: a member is a link for who may open one.</summary>
    public static ListOf<AuditRow> For(Seat seat)
    {
        var shown = seat.CooperativeId is null ? OnTheScreenOfOfficers : OnTheScreen;
        var columns = All.Columns.Where(column => shown.Contains(column.Name));
        return All with { Columns = [.. columns.Select(column => column.Name == "on" && seat.May(Permission.SeeRegistry) ? column with { Link = MemberOf } : column)] };
    }

    private static Value? Named(string? cooperative) => cooperative is null ? null : Value.Of(cooperative);

    private static string? MemberOf(AuditRow row) => row.Member is { } number ? $"/members?q={Uri.EscapeDataString(number)}" : null;

    /// <summary>
    /// Names come from the logins, which belong to nobody and which no scope shows; so the filters are off, and the scope is
    /// asked here in so many words.
    /// </summary>
    private static IQueryable<AuditRow> Find(CoopDb db, Seat seat, GridQuery query)
    {
        seat.Must(Permission.SeeAudit);
        var rows = Narrowed(db, Of(db, db.Scope.IsEverything, db.Scope.Cooperatives), query);
        var sorted = query is { Sort: "at", IsDescending: false } ? rows.OrderBy(row => row.At).ThenBy(row => row.Id) : rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Id);
        return sorted.Select(row => new AuditRow
        {
            Id = row.Id,
            At = row.At,
            CooperativeId = row.CooperativeId,
            Cooperative = db.Set<Cooperative>().Where(one => one.Id == row.CooperativeId).Select(one => one.Name).FirstOrDefault(),
            Actor = row.Actor,
            Name = db.Set<User>().Where(user => user.Login == row.Actor.Substring(row.Actor.IndexOf(Colon) + 1)).Select(user => user.Name).FirstOrDefault(),
            Action = row.Action,
            Subject = row.Subject,
            SubjectName = db.Set<User>().Where(user => row.Subject.StartsWith("user:") && row.Subject == "user:" + user.Id.ToString()).Select(user => user.Name).FirstOrDefault(),
            Detail = row.Detail,
            Channel = row.Channel,
        });
    }

    private static IQueryable<AuditRow> Of(CoopDb db, bool everything, IReadOnlyList<long> own) =>
        db.Set<AuditEntry>().AsNoTracking().IgnoreQueryFilters().Where(one => everything || own.Contains(one.CooperativeId))
            .Select(one => new AuditRow
            {
                Id = one.Id, At = one.At, CooperativeId = one.CooperativeId, Actor = one.Actor, Action = one.Action, Subject = one.Subject, Detail = one.Detail, Channel = one.Channel,
            })
            .Concat(db.Set<AccessEvent>().Where(one => everything || own.Contains(one.CooperativeId))
                .Select(one => new AuditRow
                {
                    Id = one.Id, At = one.At, CooperativeId = one.CooperativeId, Actor = one.Actor, Action = one.Action, Subject = one.Subject, Detail = one.Detail, Channel = one.Channel,
                }));

    private static IQueryable<AuditRow> Narrowed(CoopDb db, IQueryable<AuditRow> rows, GridQuery query)
    {
        if (AuditVerbs.Families.TryGetValue(query["family"] ?? "", out var verbs))
        {
            rows = rows.Where(row => verbs.Contains(row.Action));
        }

        if (Day(query["from"]) is { } from)
        {
            rows = rows.Where(row => row.At >= from);
        }

        if (Day(query["to"])?.AddDays(1) is { } end)
        {
            rows = rows.Where(row => row.At < end);
        }

        if (query["on"] is { Length: > 0 } on)
        {
            var subject = $"%{on.Trim()}%";
            rows = rows.Where(row => EF.Functions.Like(row.Subject, subject));
        }

        return query["who"] is { Length: > 0 } who ? OfWhom(db, rows, $"%{who.Trim().ToLowerInvariant()}%") : rows;
    }

    /// <summary>By login, number or name.</summary>
    private static IQueryable<AuditRow> OfWhom(CoopDb db, IQueryable<AuditRow> rows, string who)
    {
        var logins = db.Set<User>().Where(user => EF.Functions.Like(user.Name.ToLower(), who)).Select(user => user.Login);
        return rows.Where(row => EF.Functions.Like(row.Actor, who) || logins.Contains(row.Actor.Substring(row.Actor.IndexOf(Colon) + 1)));
    }

    /// <summary>The beginning of a day in Rwanda; null for what is none.</summary>
    private static DateTimeOffset? Day(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Kigali.Offset).ToUniversalTime()
            : null;
}
