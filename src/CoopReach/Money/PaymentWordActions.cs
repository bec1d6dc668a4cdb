using CoopReach.Conversations;
using CoopReach.Disputes;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Money;

/// <summary>The member says that the money came.</summary>
public sealed class ConfirmPaymentAction : IMenuAction
{
    public ActionShape Shape { get; } = new("money.confirm-payment", ["ok"]) { Private = true, Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var word = await PaymentWord.OfAsync(step);
        step.Write(db => word.SayAsync(db, PaymentEvent.Confirmed));

        return new Outcome("ok");
    }
}

/// <summary>The member says that no money came: that opens a dispute, and its number is the answer.</summary>
public sealed class DenyPaymentAction : IMenuAction
{
    /// <summary>Days until the cooperative answers.</summary>
    private const int AnswerDays = 2;

    public ActionShape Shape { get; } = new("money.deny-payment", ["ok"], "dispute", "day") { Private = true, Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var word = await PaymentWord.OfAsync(step);
        var seq = await DisputeNumber.NextAsync(step.Db, word.CooperativeId);
        var dispute = new Dispute
        {
            CooperativeId = word.CooperativeId,
            MembershipId = step.MembershipId,
            PaymentId = word.Payment.Id,
            Reason = word.Payment.Method == "cash" ? DisputeReason.CashNotReceived : DisputeReason.PaidToOtherNumber,
            Amount = word.Payment.Amount,
            AnswerBy = Kigali.Date(step.Now).AddDays(AnswerDays),
            Channel = step.Channel,
            At = step.Now,
        };
        step.Write(async db =>
        {
            await word.SayAsync(db, PaymentEvent.Denied);
            await DisputeNumber.AppendAsync(db, dispute, seq);
        });

        return new Outcome("ok").With("dispute", Dispute.CodeOf(seq)).With("day", Value.Day(dispute.AnswerBy));
    }
}
