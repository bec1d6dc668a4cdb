using System.Globalization;
using CoopReach.Conversations;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Money;

/// <summary>
/// The payment whose number was typed, or with 1 the last ones. The number is asked before the PIN, so that what an SMS
/// says to dial never types it where a PIN is asked.
/// </summary>
public sealed class PaymentsAction : IMenuAction
{
    public ActionShape Shape { get; } = new(
        "money.payments", ["list", "none", "ask", "told", "missing"], "payments", "payment-id", "day", "paid", "way", "payment-state")
    {
        Private = true,
    };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var asked = Typed.Digits(step.Answer("payment")!);
        if (asked == "1")
        {
            var last = await MemberPayment.LastAsync(step.Db, step.MembershipId);
            return last.Count == 0 ? new Outcome("none") : new Outcome("list").With("payments", last.Select(payment => payment.ToRow()));
        }

        var found = long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await MemberPayment.FindByNumberAsync(step.Db, step.MembershipId, number)
            : null;
        return found?.ToScreen() ?? new Outcome("missing") { Because = Value.Phrase("payments.missing") };
    }
}

/// <summary>The payment picked from the list.</summary>
public sealed class PaymentAction : IMenuAction
{
    public ActionShape Shape { get; } = new("money.payment", ["ask", "told"], "payment-id", "day", "paid", "way", "payment-state") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var id = long.Parse(step.Answer("payments")!, CultureInfo.InvariantCulture);
        var payment = await MemberPayment.FindAsync(step.Db, step.MembershipId, id) ?? throw new InvalidOperationException($"Payment {id} was listed and is gone.");

        return payment.ToScreen();
    }
}
