using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using CoopReach.Outbox;

namespace CoopReach.Money;

/// <summary>What the cooperative owes the member, the loan that is left, shares and savings.</summary>
public sealed class BalanceAction : IMenuAction
{
    public ActionShape Shape { get; } = new("money.balance", ["ok"], "due", "loan", "shares", "shares-amount", "savings") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var balance = await Balance.OfAsync(step.Db, step.MembershipId);

        return new Outcome("ok")
            .With("due", new Francs(balance.Due))
            .With("loan", new Francs(balance.Loan))
            .With("shares", Value.Number(balance.Shares))
            .With("shares-amount", new Francs(balance.SharesAmount))
            .With("savings", new Francs(balance.Savings));
    }
}

/// <summary>The balance just shown, as an SMS to the phone that asked.</summary>
public sealed class SendBalanceAction : IMenuAction
{
    public ActionShape Shape { get; } = new("money.send-balance", ["ok"]) { Private = true, Changes = true };

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var facts = step.Place.Facts
            .With("when", Value.Date(Kigali.Date(step.Now)))
            .With("time", Value.Time(Kigali.Time(step.Now)));
        var text = step.Say("money.balance.sms", facts);
        var (phone, now, member) = (step.Phone, step.Now, step.MembershipId);
        step.Write(async db => await OutboxQueue.QueueAsync(db, member, $"balance:{member}:{Microseconds.Of(now)}", phone, text, "answer", now));

        return new(new Outcome("ok"));
    }
}
