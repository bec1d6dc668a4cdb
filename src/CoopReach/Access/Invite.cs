using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using Microsoft.Extensions.Options;

namespace CoopReach.Access;

/// <summary>Who is to come in, and as what.</summary>
/// <param name="Printed">A code on paper for somebody without a connection, instead of a link.</param>
public sealed record Invitee(string Login, string Name, Role Role, long? CooperativeId, string? Area, Language Language, bool Printed);

/// <summary>The secret, said this once and kept nowhere.</summary>
public sealed record Invited(long Id, string Secret, DateTimeOffset ExpiresAt);

/// <summary>An invitation that waits.</summary>
public sealed record OpenInvitation(long Id, string Login, string Name, Role Role, DateTimeOffset ExpiresAt);

/// <summary>Lets somebody in who was not there before.</summary>
public sealed class Invite(Store store, AccessKeys keys, IOptions<AccessSettings> settings, TimeProvider clock)
{
    private const string Waits = "used_at is null and revoked_at is null";

    private const string Elsewhere = $"""
        select id from invitations where login = $1 and {Waits} and expires_at > $2 and coalesce(cooperative_id, 0) <> $3
        """;

    private const string Void = $"update invitations set revoked_at = $2 where login = $1 and {Waits}";

    private const string Insert = """
        insert into invitations (token_hash, login, name, role, cooperative_id, area, language, invited_by, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id
        """;

    private const string RevokeSql = $"""
        update invitations set revoked_at = $2 where id = $1 and {Waits} and (cooperative_id = $3 or $3 = 0) returning cooperative_id
        """;

    private const string List = $"""
        select id, login, name, role, expires_at from invitations where {Waits} and expires_at > $1 and (cooperative_id = $2 or $2 = 0) order by id
        """;

    private const string Administrators = "select id from posts where role = 'administrator' and ended_at is null";

    /// <summary>Invites, in place of an invitation of the same login that waits already.</summary>
    /// <exception cref="RefusedException">They may not, or there is such a user.</exception>
    public async Task<Invited> RunAsync(Seat by, Invitee who, CancellationToken cancel)
    {
        var (invitee, secret, now, id) = (Checked(who), NewSecret(who), clock.GetUtcNow(), 0L);
        await store.CommitAsync(
            async db =>
            {
                await Reach.MustGiveAsync(db, by, who.Role, who.CooperativeId, who.Area);
                id = await WriteAsync(db, by.Actor, invitee, secret, now);
            },
            cancel);

        return new Invited(id, secret, now + settings.Value.Invitation);
    }

    /// <summary>The first of all: whoever has the machine lets in an administrator, as long as there is none.</summary>
    /// <exception cref="RefusedException">There is one, or this is no login.</exception>
    public async Task<Invited> FirstAsync(string login, string name, CancellationToken cancel)
    {
        var who = Checked(new Invitee(login, name, Role.Administrator, null, "", Language.English, Printed: true));
        var (secret, now, id) = (NewSecret(who), clock.GetUtcNow(), 0L);
        await store.CommitAsync(
            async db => id = await db.FirstAsync(Administrators, row => row.Number(0)) == 0
                ? await WriteAsync(db, AccessLog.System, who, secret, now)
                : throw RefusedException.Because("access.refused.has-administrator"),
            cancel);

        return new Invited(id, secret, now + settings.Value.Invitation);
    }

    /// <summary>Takes one back that nobody used.</summary>
    /// <exception cref="RefusedException">There is none such for them.</exception>
    public async Task RevokeAsync(Seat by, long id, CancellationToken cancel)
    {
        by.Must(Permission.ManageUsers);
        var now = clock.GetUtcNow();
        await store.CommitAsync(
            async db =>
            {
                var revoked = await db.FirstAsync(RevokeSql, row => new Revoked(row.NumberOrNull(0)), id, now, by.CooperativeId ?? 0)
                    ?? throw RefusedException.Because("access.refused.invitation");
                await AccessLog.WriteAsync(db, revoked.CooperativeId, now, by.Actor, AccessEvent.InvitationRevoked, $"invitation:{id}");
            },
            cancel);
    }

    /// <summary>Those that wait: of the cooperative, or all for an administrator.</summary>
    public async Task<IReadOnlyList<OpenInvitation>> ListAsync(Seat by, CancellationToken cancel)
    {
        by.Must(Permission.ManageUsers);
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.AllAsync(
            List, row => new OpenInvitation(row.Number(0), row.Text(1), row.Text(2), Roles.Find(row.Text(3))!.Value, row.Time(4)), clock.GetUtcNow(), by.CooperativeId ?? 0);
    }

    private static string NewSecret(Invitee who) => who.Printed ? OneTimeSecret.NewCode() : OneTimeSecret.NewToken();

    private static Invitee Checked(Invitee who)
    {
        var checkedOne = who with { Login = Account.Normal(who.Login), Name = who.Name.Trim() };
        return IsAddress(checkedOne.Login) && checkedOne.Name.Length > 0 ? checkedOne : throw RefusedException.Because("access.refused.login");
    }

    private async ValueTask<long> WriteAsync(Statements db, string actor, Invitee who, string secret, DateTimeOffset now)
    {
        if (await Account.FindAsync(db, who.Login) is not null
            || await db.FirstAsync(Elsewhere, row => row.Number(0), who.Login, now, who.CooperativeId ?? 0) != 0)
        {
            throw RefusedException.Because("access.refused.login-taken");
        }

        await db.ExecuteAsync(Void, who.Login, now);
        var id = await db.FirstAsync(
            Insert, row => row.Number(0), keys.DigestOf(secret), who.Login, who.Name, who.Role.Code(), who.CooperativeId, who.Area,
            who.Language.Code(), actor, now, now + settings.Value.Invitation);
        await AccessLog.WriteAsync(db, who.CooperativeId, now, actor, AccessEvent.Invited, $"invitation:{id}", $"{who.Login} as {who.Role.Code()}");

        return id;
    }

    private static bool IsAddress(string login) =>
        login.Length <= 254 && login.IndexOf('@', StringComparison.Ordinal) > 0 && !login.EndsWith('@') && !login.Any(char.IsWhiteSpace);

    private sealed record Revoked(long? CooperativeId);
}
