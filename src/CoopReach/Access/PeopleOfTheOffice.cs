using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>A line of the list of users.</summary>
/// <param name="Role">Null for who has a login and no post.</param>
public sealed record OfficeUser(
    long Id, string Login, string Name, Role? Role, long? CooperativeId, string? Area, bool IsSuspended, bool IsDisabled, bool HasSecondFactor, DateTimeOffset? SeenAt);

/// <summary>Who works in the office: of the cooperative for its manager, everybody with a post elsewhere for an administrator.</summary>
public sealed class PeopleOfTheOffice(Store store)
{
    private const string Sql = """
        select u.id, u.login, u.name, p.role, p.cooperative_id, p.area, p.suspended_at, u.disabled_at, u.totp_key,
            (select max(s.seen_at) from user_sessions s where s.user_id = u.id)
        from users u join posts p on p.user_id = u.id and p.ended_at is null
        where p.cooperative_id = $1 or $1 = 0 order by u.login
        """;

    public async Task<IReadOnlyList<OfficeUser>> ListAsync(Seat by, CancellationToken cancel)
    {
        by.Must(Permission.ManageUsers);
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.AllAsync(Sql, Read, by.CooperativeId ?? 0);
    }

    private static OfficeUser Read(ResultRow row) => new(
        row.Number(0), row.Text(1), row.Text(2), Roles.Find(row.TextOrNull(3)), row.NumberOrNull(4), row.TextOrNull(5),
        IsSuspended: !row.IsNull(6), IsDisabled: !row.IsNull(7), HasSecondFactor: !row.IsNull(8), row.TimeOrNull(9));
}
