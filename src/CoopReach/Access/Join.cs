using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>What an invitation says to whoever holds it.</summary>
/// <param name="By">Who invited; null where the machine's own command did.</param>
public sealed record Welcome(string Login, string Name, Role Role, string? Cooperative, string? By);

/// <summary>Comes in with an invitation: sets a password, once.</summary>
public sealed class Join(Store store, AccessKeys keys, Passwords passwords, SignIn signIn, AddressPace pace, TimeProvider clock)
{
    private const string Waits = "token_hash = $1 and used_at is null and revoked_at is null and expires_at > $2";

    private const string Look = $"""
        select i.login, i.name, i.role, c.name, u.name from invitations i left join cooperatives c on c.id = i.cooperative_id
            left join users u on i.invited_by in ('staff:' || u.login, 'officer:' || u.login) where {Waits}
        """;

    private const string Use = $"update invitations set used_at = $2 where {Waits} returning id, login, name, role, cooperative_id, area, language, invited_by";

    private const string InsertUser = """
        insert into users (login, name, password_hash, security_stamp, language, created_at, created_by)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id
        """;

    /// <summary>Null when it is used, over, taken back, or never was.</summary>
    public async Task<Welcome?> FindAsync(string secret, string address, CancellationToken cancel)
    {
        if (pace.BusyUntil(address) is not null)
        {
            throw RefusedException.Because("access.refused.locked");
        }

        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.FirstAsync(
            Look, row => new Welcome(row.Text(0), row.Text(1), Roles.Find(row.Text(2))!.Value, row.TextOrNull(3), row.TextOrNull(4)), keys.DigestOf(secret), clock.GetUtcNow());
    }

    /// <summary>Sets the password and goes on as a sign-in does: to a second factor where the role needs one, else into a session.</summary>
    /// <exception cref="RefusedException">The invitation is good no more, or the password is a bad one.</exception>
    public async Task<SignInOutcome> RunAsync(string secret, string password, string device, string address, CancellationToken cancel)
    {
        var welcome = await FindAsync(secret, address, cancel) ?? throw RefusedException.Because("access.refused.invitation");
        PasswordRules.MustBeGood(password, welcome.Login, welcome.Name, welcome.Cooperative);
        var hash = passwords.Hash(password);
        var (account, session) = (default(Account), default(string));
        await store.CommitAsync(async db => (account, session) = await WriteAsync(db, secret, hash, device, address), cancel);

        // A ticket is sealed outside the transaction: the first one of all writes a key of its own.
        return session is null ? signIn.Ask(account!, device, address) : new SignInOutcome.In(session);
    }

    private async ValueTask<(Account, string?)> WriteAsync(Statements db, string secret, string hash, string device, string address)
    {
        var now = clock.GetUtcNow();
        var used = await db.FirstAsync(Use, Read, keys.DigestOf(secret), now) ?? throw RefusedException.Because("access.refused.invitation");
        await Reach.MustBeFirstAsync(db, used.Role, used.CooperativeId);
        var user = await db.FirstAsync(
            InsertUser, row => row.Number(0), used.Login, used.Name, hash, OneTimeSecret.NewToken(), used.Language, now, used.InvitedBy);
        if (user == 0)
        {
            throw RefusedException.Because("access.refused.login-taken");
        }

        await Posts.InsertAsync(db, user, used.Role, used.CooperativeId, used.Area, used.InvitedBy, now);
        var account = (await Account.FindAsync(db, user))!;
        await account.WriteAsync(db, now, AccessEvent.Joined, $"invitation:{used.Id}");
        return (account, Rights.NeedsSecondFactor(used.Role) ? null : await signIn.EnterAsync(db, account, device, address));
    }

    private static Used Read(ResultRow row) => new(
        row.Number(0), row.Text(1), row.Text(2), Roles.Find(row.Text(3))!.Value, row.NumberOrNull(4), row.TextOrNull(5), row.Text(6), row.Text(7));

    private sealed record Used(long Id, string Login, string Name, Role Role, long? CooperativeId, string? Area, string Language, string InvitedBy);
}
