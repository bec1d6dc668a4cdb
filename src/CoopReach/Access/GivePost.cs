using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>A post for somebody who has a login and no post: whoever has none is invited.</summary>
public sealed class GivePost(Store store, TimeProvider clock)
{
    /// <exception cref="RefusedException">They may not, there is no such user, or they have a post.</exception>
    public Task RunAsync(Seat by, string login, Role role, long? cooperativeId, string? area, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            await Reach.MustGiveAsync(db, by, role, cooperativeId, area);
            var account = await Account.FindAsync(db, Account.Normal(login));
            MustBeFree(by, account);
            await Posts.InsertAsync(db, account!.Id, role, cooperativeId, area, by.Actor, clock.GetUtcNow());
        },
        cancel);

    private static void MustBeFree(Seat by, Account? account)
    {
        var refused = account switch
        {
            null or { IsDisabled: true } => "access.refused.no-user",
            _ when account.Id == by.UserId => "access.refused.own",
            { PostId: not null } => "access.refused.has-post",
            _ => null,
        };
        if (refused is not null)
        {
            throw RefusedException.Because(refused);
        }
    }
}
