using CoopReach.Channels.Gateways;
using CoopReach.Channels.Hooks;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Outbox;

namespace CoopReach.Channels.AfricasTalking;

/// <summary>What Africa's Talking tells of messages we sent: how each arrived, and who wants no more. The answer is 200 once it is on disk.</summary>
public sealed class MessageHooks(GuardedForm forms, Store store, TimeProvider clock, ILogger<MessageHooks> logger)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var hooks = routes.MapGroup("/hooks/africastalking").WithMetadata(HookForm.Size);
        hooks.MapPost("/delivery", (HttpContext context, MessageHooks hook) => hook.DeliveryAsync(context));
        hooks.MapPost("/opt-out", (HttpContext context, MessageHooks hook) => hook.OptOutAsync(context));
        hooks.MapPost("/sms", (HttpContext context, IncomingSms hook) => hook.TakeAsync(context));
    }

    private async Task DeliveryAsync(HttpContext context)
    {
        if (await forms.ReadAsync(context, ProblemOfDelivery) is not { } form)
        {
            return;
        }

        var status = form["status"].ToString();
        if (DeliveryStatus.Read(form["id"].ToString(), status, PhoneOf(form), form["failureReason"].ToString()) is { } report)
        {
            await store.CommitAsync(db => DeliveryReports.TakeAsync(db, report, clock.GetUtcNow()), CancellationToken.None);
        }
        else
        {
            logger.LogWarning("A delivery report with the unknown status {Status} was ignored", Reason.Of(status));
        }

        await HookForm.WriteAsync(context, "OK");
    }

    private async Task OptOutAsync(HttpContext context)
    {
        if (await forms.ReadAsync(context, ProblemOfPhone) is not { } form)
        {
            return;
        }

        await store.CommitAsync(db => Stops.AddAsync(db, PhoneOf(form), OutboxQueue.Sms, "gateway", clock.GetUtcNow()), CancellationToken.None);
        await HookForm.WriteAsync(context, "OK");
    }

    private static string? ProblemOfDelivery(IFormCollection form) =>
        CallbackForm.ProblemOfRepeats(form, "id", "status", "failureReason") ?? CallbackForm.ProblemOfId(form, "id") ?? ProblemOfPhone(form);

    private static string? ProblemOfPhone(IFormCollection form) =>
        CallbackForm.ProblemOfRepeats(form, "phoneNumber") ?? CallbackForm.ProblemOfPhone(form, "phoneNumber", out _);

    private static string PhoneOf(IFormCollection form) => PhoneNumber.TryParse(form["phoneNumber"].ToString(), out var phone) ? phone : "";
}
