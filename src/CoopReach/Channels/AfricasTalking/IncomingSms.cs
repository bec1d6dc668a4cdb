using System.Globalization;
using CoopReach.Channels.Hooks;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Outbox;
using Microsoft.Extensions.Options;

namespace CoopReach.Channels.AfricasTalking;

/// <summary>
/// An SMS somebody sent us. It is kept and not answered, for SMS goes one way in Rwanda; but who writes to a short code of
/// ours that does take answers is told what to dial, once a day.
/// </summary>
public sealed class IncomingSms(GuardedForm forms, Answers answers, Store store, TimeProvider clock, IOptions<AfricasTalkingSettings> options)
{
    private const int LongestAddress = 64;

    private readonly string _twoWay = options.Value.TwoWayShortCode;

    public async Task TakeAsync(HttpContext context)
    {
        if (await forms.ReadAsync(context, ProblemOf) is not { } form)
        {
            return;
        }

        var message = Read(form);
        await store.CommitAsync(db => WriteAsync(db, message), CancellationToken.None);
        await HookForm.WriteAsync(context, "OK");
    }

    private static string? ProblemOf(IFormCollection form) =>
        CallbackForm.ProblemOfRepeats(form, "id", "from", "to", "text")
        ?? CallbackForm.ProblemOfId(form, "id") ?? ProblemOfAddress(form, "from") ?? ProblemOfAddress(form, "to");

    /// <summary>Operators write under a name.</summary>
    private static string? ProblemOfAddress(IFormCollection form, string field) =>
        form[field].ToString() is { Length: > 0 and <= LongestAddress } ? null : $"{field} is missing or too long";

    private InboundMessage Read(IFormCollection form) => new()
    {
        Gateway = AfricasTalkingSms.GatewayName,
        Channel = OutboxQueue.Sms,
        ProviderId = form["id"].ToString(),
        Phone = PhoneNumber.TryParse(form["from"].ToString(), out var phone) ? phone : form["from"].ToString(),
        To = form["to"].ToString(),
        Body = form["text"].ToString(),
        ReceivedAt = clock.GetUtcNow(),
    };

    private async ValueTask WriteAsync(Statements db, InboundMessage message)
    {
        if (await InboundMessages.AddAsync(db, message) && _twoWay.Length > 0 && message.To == _twoWay && PhoneNumber.TryParse(message.Phone, out _))
        {
            var day = Kigali.Date(message.ReceivedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var text = await answers.SayAsync(db, message.Phone, "sms.how-to-reach");
            await OutboxQueue.QueueAsync(db, $"how-to-reach:{message.Phone}:{day}", message.Phone, text, "answer", message.ReceivedAt);
        }
    }
}
