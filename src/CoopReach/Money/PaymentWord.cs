using CoopReach.Conversations;
using CoopReach.Data;

namespace CoopReach.Money;

/// <summary>What a member says of a payment shown to them: once, whoever else speaks for them at the same moment.</summary>
internal sealed record PaymentWord(MemberPayment Payment, long CooperativeId, string Actor, string Channel, DateTimeOffset At)
{
    private const string Said = "select id from payment_events where payment_id = $1 and kind in ('confirmed', 'denied')";

    /// <summary>For the payment on the screen.</summary>
    public static async ValueTask<PaymentWord> OfAsync(Step step)
    {
        var id = step.Place.Facts["payment-id"].Amount;
        var payment = await MemberPayment.FindAsync(step.Db, step.MembershipId, id) ?? throw new InvalidOperationException($"Payment {id} was shown and is gone.");
        var (cooperative, number) = await step.Db.FirstAsync(
            "select cooperative_id, number from memberships where id = $1", row => (row.Number(0), row.Text(1)), step.MembershipId);

        return new(payment, cooperative, $"member:{number}", step.Channel, step.Now);
    }

    public async ValueTask SayAsync(Statements db, string kind)
    {
        await MoneyQueue.JoinAsync(db, CooperativeId);
        if (await db.FirstAsync(Said, row => row.Number(0), Payment.Id) != 0)
        {
            throw new StepConflictException($"Somebody has spoken of payment {Payment.Id}.");
        }

        await PaymentEvent.Table.AppendAsync(db, new PaymentEvent { CooperativeId = CooperativeId, PaymentId = Payment.Id, Kind = kind, Actor = Actor, At = At });
    }
}
