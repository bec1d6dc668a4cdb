using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>A new password; whoever sits in another session of this user is out.</summary>
public sealed class ChangePassword(Store store, Confirm confirm, Attempts attempts, Passwords passwords, Sessions sessions, TimeProvider clock)
{
    private const string Change = "update users set password_hash = $2, security_stamp = $3 where id = $1 and security_stamp = $4";

    /// <exception cref="RefusedException">The old password is wrong or was tried too often, or the new one is a bad one.</exception>
    public async Task RunAsync(Seat seat, string old, string wanted, CancellationToken cancel)
    {
        var (account, attempt) = await confirm.CheckPasswordAsync(seat, old, cancel);
        await attempts.GiveBackAsync(account.Login, attempt, cancel);
        PasswordRules.MustBeGood(wanted, account.Login, account.Name, await CooperativeAsync(account, cancel));
        var hash = passwords.Hash(wanted);
        IReadOnlyList<string> ended = [];
        await store.CommitAsync(async db => ended = await ChangeAsync(db, seat, account, hash), cancel);
        sessions.Tell(ended);
    }

    private async ValueTask<IReadOnlyList<string>> ChangeAsync(Statements db, Seat seat, Account account, string hash)
    {
        var now = clock.GetUtcNow();
        if (await db.ExecuteAsync(Change, account.Id, hash, OneTimeSecret.NewToken(), account.Stamp) == 0)
        {
            throw RefusedException.Because("access.refused.expired");
        }

        var ended = await Sessions.EndAllAsync(db, account.Id, UserSession.PasswordChanged, now, butId: seat.SessionId);
        await account.WriteAsync(db, now, AccessEvent.PasswordChanged);
        return ended;
    }

    private async Task<string?> CooperativeAsync(Account account, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await Reach.NameOfAsync(reading.Db, account.CooperativeId);
    }
}
