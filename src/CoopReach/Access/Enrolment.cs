using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>A second factor that is shown and not yet proved.</summary>
/// <param name="Key">For typing into an app that cannot read the picture.</param>
/// <param name="Uri">For the QR code.</param>
public sealed record NewFactor(string Key, string Uri, string Ticket);

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

    /// <summary>While signing in, with the ticket of <see cref="SignInOutcome.NeedsEnrolment"/>.</summary>
    /// <exception cref="RefusedException">The ticket is over.</exception>
    public NewFactor Begin(string ticket, string login) =>
        tickets.Open(ticket, Ticket.Enrolment) is { } open ? Show(open, login) : throw RefusedException.Because("access.refused.expired");

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
        return Show(new Ticket(Ticket.Enrolment, account.Id, account.Stamp, "", "", tickets.Expiry, SessionId: seat.SessionId), seat.Login);
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
        await store.CommitAsync(async db => session = await TurnOnAsync(db, open, step, codes), cancel);

        return new Enrolled(codes, session);
    }

    private NewFactor Show(Ticket ticket, string login)
    {
        var key = Totp.NewKey();
        return new NewFactor(key, Totp.UriOf(login, key), tickets.Seal(ticket with { NewKey = key, ExpiresAt = tickets.Expiry }));
    }

    private async ValueTask<string> TurnOnAsync(Statements db, Ticket ticket, long step, string[] codes)
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

        await account.WriteAsync(db, clock.GetUtcNow(), AccessEvent.SecondFactorOn);
        return ticket.SessionId ?? await signIn.EnterAsync(db, account, ticket.Device, ticket.Address);
    }
}
