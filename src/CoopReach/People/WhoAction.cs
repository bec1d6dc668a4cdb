using System.Globalization;
using CoopReach.Conversations;
using CoopReach.Engine.Menus;

namespace CoopReach.People;

/// <summary>Whose PIN is asked: the only account of the phone, or one of several. A resumed session stays with its account.</summary>
public sealed class WhoAction : IMenuAction
{
    public ActionShape Shape { get; } = new("people.who", ["one", "many", "none", "no-pin"], "account", "accounts", "name", "candidate");

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        if (step.Place.Facts.TryGetValue("membership", out var before)
            && await Account.FindAsync(step.Db, before.Amount) is { } same)
        {
            return same.ToPin("one");
        }

        var accounts = await Account.OfPhoneAsync(step.Db, step.Phone);
        return accounts switch
        {
            [] => new Outcome("none"),
            [var only] => only.ToPin("one"),
            _ => new Outcome("many").With("accounts", accounts.Select(account => account.ToRow())),
        };
    }
}

/// <summary>The account picked on a phone that several people, or one person's several memberships, share.</summary>
public sealed class AccountAction : IMenuAction
{
    public ActionShape Shape { get; } = new("people.account", ["ok", "no-pin"], "account", "candidate");

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var id = long.Parse(step.Answer("accounts")!, CultureInfo.InvariantCulture);
        var account = await Account.FindAsync(step.Db, id) ?? throw new InvalidOperationException($"Membership {id} was listed and is gone.");

        return account.ToPin("ok");
    }
}
