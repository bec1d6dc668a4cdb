using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>From a login and a password, and a code where one is set up, to a session.</summary>
public sealed class SignIn(
    Store store, Attempts attempts, AddressPace pace, Passwords passwords, Tickets tickets, AccessKeys keys, TimeProvider clock)
{
    private const string Take = "update users set last_step = $2 where id = $1 and (last_step is null or last_step < $2)";

    private const string Recover = "update recovery_codes set used_at = $3 where user_id = $1 and hash = $2 and used_at is null";

    private delegate ValueTask<bool> Prove(Statements db, Account account);

    /// <param name="device">The browser, in a few words.</param>
    /// <param name="address">Where the try comes from.</param>
    public async Task<SignInOutcome> PasswordAsync(string login, string password, string device, string address, CancellationToken cancel)
    {
        if (pace.BusyUntil(address) is { } busy)
        {
            return new SignInOutcome.Locked(busy);
        }

        var name = Account.Normal(login);
        var attempt = await attempts.CountAsync(name, cancel);
        if (attempt.IsOver)
        {
            return Locked(attempt);
        }

        var account = await FindAsync(db => Account.FindAsync(db, name), cancel);
        return passwords.Matches(account, password) && account!.MayEnter
            ? await WelcomeAsync(account, attempt, device, address, cancel)
            : await RefuseAsync(account, attempt, AccessEvent.WrongPassword, cancel);
    }

    /// <summary>The code of the authenticator app: good once.</summary>
    public Task<SignInOutcome> CodeAsync(string ticket, string code, CancellationToken cancel) =>
        SecondAsync(ticket, (db, account) => TakeAsync(db, account, code), null, cancel);

    /// <summary>One of the ten codes that were shown with the second factor: good once.</summary>
    public Task<SignInOutcome> RecoveryAsync(string ticket, string code, CancellationToken cancel) =>
        SecondAsync(ticket, (db, account) => RecoverAsync(db, account, code), AccessEvent.RecoveryUsed, cancel);

    /// <summary>The login a code is asked of; null when the ticket is over.</summary>
    public async Task<string?> LoginOfAsync(string ticket, CancellationToken cancel) =>
        tickets.Open(ticket, Ticket.Code) is { } open && await FindAsync(db => Account.FindAsync(db, open.UserId), cancel) is { } account && account.Stamp == open.Stamp
            ? account.Login
            : null;

    /// <summary>Into a session without asking again: for somebody who has just proved who they are.</summary>
    internal SignInOutcome Ask(Account account, string device, string address)
    {
        var (purpose, expiry) = account.TotpKey is null ? (Ticket.Enrolment, tickets.EnrolmentExpiry) : (Ticket.Code, tickets.Expiry);
        var ticket = tickets.Seal(new Ticket(purpose, account.Id, account.Stamp, device, address, expiry));

        return account.TotpKey is null ? new SignInOutcome.NeedsEnrolment(ticket) : new SignInOutcome.NeedsCode(ticket);
    }

    /// <summary>In the transaction of what proved it; of what is written here the chain comes last.</summary>
    /// <param name="how">An event of its own that goes before the sign-in.</param>
    internal async ValueTask<string> EnterAsync(Statements db, Account account, string device, string address, string? how = null)
    {
        var now = clock.GetUtcNow();
        await attempts.ClearAsync(db, account.Login);
        var session = await Sessions.StartAsync(db, account.Id, device, address, now);
        if (how is not null)
        {
            await account.WriteAsync(db, now, how);
        }

        await account.WriteAsync(db, now, AccessEvent.SignedIn);
        return session;
    }

    /// <summary>Whether the code is right and taken by nobody before.</summary>
    internal async ValueTask<bool> TakeAsync(Statements db, Account account, string code) =>
        account.TotpKey is { } box && Totp.Match(keys.OpenTotp(box), code, clock.GetUtcNow()) is { } step
            && await db.ExecuteAsync(Take, account.Id, step) == 1;

    /// <summary>What somebody typed for a login nobody has leaves no row.</summary>
    internal async Task NoteWrongAsync(Account? account, Attempt attempt, string action, CancellationToken cancel)
    {
        if (account is null)
        {
            return;
        }

        var now = clock.GetUtcNow();
        await store.CommitAsync(
            async db =>
            {
                await account.WriteAsync(db, now, action);
                if (attempt.LockedUntil is not null)
                {
                    await account.WriteAsync(db, now, AccessEvent.Locked);
                }
            },
            cancel);
    }

    private async ValueTask<bool> RecoverAsync(Statements db, Account account, string code) =>
        await db.ExecuteAsync(Recover, account.Id, keys.DigestOf(code), clock.GetUtcNow()) == 1;

    private async Task<SignInOutcome> WelcomeAsync(Account account, Attempt attempt, string device, string address, CancellationToken cancel)
    {
        if (account.TotpKey is not null || Rights.NeedsSecondFactor(account.Role!.Value))
        {
            await attempts.GiveBackAsync(account.Login, attempt, cancel);
            return Ask(account, device, address);
        }

        var session = "";
        await store.CommitAsync(async db => session = await EnterAsync(db, account, device, address), cancel);
        return new SignInOutcome.In(session);
    }

    private async Task<SignInOutcome> SecondAsync(string text, Prove prove, string? how, CancellationToken cancel)
    {
        if (tickets.Open(text, Ticket.Code) is not { } ticket
            || await FindAsync(db => Account.FindAsync(db, ticket.UserId), cancel) is not { MayEnter: true } account || account.Stamp != ticket.Stamp)
        {
            return new SignInOutcome.Expired();
        }

        var attempt = await attempts.CountAsync(account.Login, cancel);
        if (attempt.IsOver)
        {
            return Locked(attempt);
        }

        string? session = null;
        await store.CommitAsync(async db => session = await ProveAsync(db, account, ticket, prove, how), cancel);
        return session is null ? await RefuseAsync(account, attempt, AccessEvent.WrongCode, cancel) : new SignInOutcome.In(session);
    }

    private async ValueTask<string?> ProveAsync(Statements db, Account account, Ticket ticket, Prove prove, string? how) =>
        await prove(db, account) ? await EnterAsync(db, account, ticket.Device, ticket.Address, how) : null;

    private async Task<SignInOutcome> RefuseAsync(Account? account, Attempt attempt, string action, CancellationToken cancel)
    {
        await NoteWrongAsync(account, attempt, action, cancel);
        return attempt.LockedUntil is null ? new SignInOutcome.Wrong() : Locked(attempt);
    }

    private SignInOutcome.Locked Locked(Attempt attempt) => new(attempt.LockedUntil ?? clock.GetUtcNow());

    private async Task<Account?> FindAsync(Func<Statements, ValueTask<Account?>> find, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await find(reading.Db);
    }
}
