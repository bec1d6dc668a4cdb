using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>The same person still sits there: password and code once more, before something weighty. Good for five minutes.</summary>
public sealed class Confirm(Store store, Attempts attempts, Passwords passwords, SignIn signIn, TimeProvider clock)
{
    private const string Note = "update user_sessions set confirmed_at = $2 where id = $1 and ended_at is null";

    /// <param name="code">Of the app; empty where no second factor is set up.</param>
    /// <exception cref="RefusedException">Something was wrong, or was tried too often.</exception>
    public async Task RunAsync(Seat seat, string password, string code, CancellationToken cancel)
    {
        var (account, attempt) = await CheckPasswordAsync(seat, password, cancel);
        var confirmed = false;
        await store.CommitAsync(async db => confirmed = await NoteAsync(db, seat, account, code), cancel);
        if (!confirmed)
        {
            await RefuseAsync(account, attempt, AccessEvent.WrongCode, cancel);
        }
    }

    /// <summary>Counts the try, and refuses what is not this user's password.</summary>
    internal async Task<(Account Account, Attempt Attempt)> CheckPasswordAsync(Seat seat, string password, CancellationToken cancel)
    {
        var attempt = await attempts.CountAsync(seat.Login, cancel);
        if (attempt.IsOver)
        {
            throw RefusedException.Because("access.refused.locked");
        }

        await using var reading = await store.ReadAsync(cancel);
        var account = (await Account.FindAsync(reading.Db, seat.UserId))!;
        if (!passwords.Matches(account, password) || !account.MayEnter)
        {
            await RefuseAsync(account, attempt, AccessEvent.WrongPassword, cancel);
        }

        return (account, attempt);
    }

    private async ValueTask<bool> NoteAsync(Statements db, Seat seat, Account account, string code)
    {
        if (account.TotpKey is not null && !await signIn.TakeAsync(db, account, code))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        await attempts.ClearAsync(db, account.Login);
        await db.ExecuteAsync(Note, seat.SessionId, now);
        await account.WriteAsync(db, now, AccessEvent.Confirmed);
        return true;
    }

    private async Task RefuseAsync(Account account, Attempt attempt, string action, CancellationToken cancel)
    {
        await signIn.NoteWrongAsync(account, attempt, action, cancel);
        throw RefusedException.Because((action, attempt.LockedUntil) switch
        {
            (_, not null) => "access.refused.locked",
            (AccessEvent.WrongCode, _) => "access.refused.wrong-code",
            _ => "access.refused.wrong-password",
        });
    }
}
