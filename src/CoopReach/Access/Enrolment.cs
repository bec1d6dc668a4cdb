using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>A second factor that is shown and not yet proved.</summary>
/// <param name="Login">Whose it is.</param>
/// <param name="Key">For typing into an app that cannot read the picture.</param>
/// <param name="Uri">For the QR code.</param>
/// <param name="SessionId">The session it is set up from, which alone may go on with it; null while signing in.</param>
public sealed record NewFactor(string Login, string Key, string Uri, string Ticket, string? SessionId);

/// <summary>A second factor that is on.</summary>
/// <param name="RecoveryCodes">Shown this once.</param>
/// <param name="SessionId">The session it opened; the one it was set up from when there was one.</param>
public sealed record Enrolled(IReadOnlyList<string> RecoveryCodes, string SessionId);

/// <summary>Sets up a second factor. The new key travels in the ticket, so nothing changes until a right code came back.</summary>
public sealed class Enrolment(Store store, SignIn signIn, Sessions sessions, Tickets tickets, AccessKeys keys, TimeProvider clock)
{
    private const int Codes = 10;

    private const string Turn = """
        update users set totp_key = $2, last_step = $3, security_stamp = $4 where id = $1 and security_stamp = $5 and disabled_at is null
        """;

    private const string Forget = "delete from recovery_codes where user_id = $1";

    private const string Keep = "insert into recovery_codes (user_id, hash) values ($1, $2)";

    /// <summary>While signing in, with the ticket of <see cref="SignInOutcome.NeedsEnrolment"/>. A page shown again shows the key that was scanned.</summary>
    /// <exception cref="RefusedException">The ticket is over.</exception>
    public async Task<NewFactor> BeginAsync(string ticket, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return tickets.Open(ticket, Ticket.Enrolment) is { } open && await Account.FindAsync(reading.Db, open.UserId) is { MayEnter: true } account && account.Stamp == open.Stamp
            ? Show(open, account.Login)
            : throw RefusedException.Because("access.refused.expired");
    }

    /// <summary>From a session in which password and code were just proved: another phone, or the first one for who needs none.</summary>
    /// <exception cref="RefusedException">They were not.</exception>
    public async Task<NewFactor> BeginAsync(Seat seat, CancellationToken cancel)
    {
        if (!await sessions.IsConfirmedAsync(seat, cancel))
        {
            throw RefusedException.Because("access.refused.confirm-first");
        }

        await using var reading = await store.ReadAsync(cancel);
        var account = (await Account.FindAsync(reading.Db, seat.UserId))!;
        return Show(new Ticket(Ticket.Enrolment, account.Id, account.Stamp, "", "", tickets.EnrolmentExpiry, SessionId: seat.SessionId), seat.Login);
    }

    /// <summary>Turns it on with one right code, and shows ten recovery codes once.</summary>
    /// <exception cref="RefusedException">The ticket is over or the code wrong.</exception>
    public async Task<Enrolled> ConfirmAsync(string ticket, string code, CancellationToken cancel)
    {
        if (tickets.Open(ticket, Ticket.Enrolment) is not { NewKey: { } key } open)
        {
            throw RefusedException.Because("access.refused.expired");
        }

        var step = Totp.Match(key, code, clock.GetUtcNow()) ?? throw RefusedException.Because("access.refused.wrong-code");
        string[] codes = [.. Enumerable.Range(0, Codes).Select(_ => OneTimeSecret.NewCode())];
        var session = "";
        IReadOnlyList<string> ended = [];
        await store.CommitAsync(async db => (session, ended) = await TurnOnAsync(db, open, step, codes), cancel);
        sessions.Tell(ended);

        return new Enrolled(codes, session);
    }

    private NewFactor Show(Ticket ticket, string login)
    {
        var key = ticket.NewKey ?? Totp.NewKey();
        return new NewFactor(login, key, Totp.UriOf(login, key), tickets.Seal(ticket with { NewKey = key }), ticket.SessionId);
    }

    /// <summary>Whoever sits in another session of this user is out: they came in by what no longer counts.</summary>
    private async ValueTask<(string Session, IReadOnlyList<string> Ended)> TurnOnAsync(Statements db, Ticket ticket, long step, string[] codes)
    {
        if (await Account.FindAsync(db, ticket.UserId) is not { MayEnter: true } account
            || await db.ExecuteAsync(Turn, account.Id, keys.SealTotp(ticket.NewKey!), step, OneTimeSecret.NewToken(), ticket.Stamp) == 0)
        {
            throw RefusedException.Because("access.refused.expired");
        }

        await db.ExecuteAsync(Forget, account.Id);
        foreach (var code in codes)
        {
            await db.ExecuteAsync(Keep, account.Id, keys.DigestOf(code));
        }

        var now = clock.GetUtcNow();
        var ended = await Sessions.EndAllAsync(db, account.Id, UserSession.EndedByUser, now, butId: ticket.SessionId);
        await account.WriteAsync(db, now, AccessEvent.SecondFactorOn);
        return (ticket.SessionId ?? await signIn.EnterAsync(db, account, ticket.Device, ticket.Address), ended);
    }
}
