using System.Xml.Linq;
using CoopReach.Channels.Gateways;
using CoopReach.Channels.Hooks;
using CoopReach.Data;
using CoopReach.Outbox;

namespace CoopReach.Channels.Twilio;

/// <summary>What Twilio tells us: how our messages arrived, and what people write.</summary>
public sealed class TwilioHooks(SignedForm forms, IncomingMessage incoming, Store store, TimeProvider clock, ILogger<TwilioHooks> logger)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var hooks = routes.MapGroup("/hooks/twilio").WithMetadata(SignedForm.Size);
        hooks.MapPost("/status", (HttpContext context, TwilioHooks hook) => hook.StatusAsync(context));
        hooks.MapPost("/message", (HttpContext context, TwilioHooks hook) => hook.MessageAsync(context));
    }

    private async Task StatusAsync(HttpContext context)
    {
        if (await forms.ReadAsync(context) is not { } fields)
        {
            return;
        }

        var status = fields["MessageStatus"];
        if (fields["MessageSid"].Length > 0 && TwilioStatus.Read(fields, context.Request.Query["m"].ToString()) is { } report)
        {
            await store.CommitAsync(db => DeliveryReports.TakeAsync(db, report, clock.GetUtcNow()), CancellationToken.None);
        }
        else if (status.Length > 0 && !TwilioStatus.SaysNothing.Contains(status))
        {
            logger.LogWarning("A status callback with the unknown status {Status} was ignored", Reason.Of(status));
        }

        await AnswerAsync(context, null);
    }

    private async Task MessageAsync(HttpContext context)
    {
        if (await forms.ReadAsync(context) is { } fields)
        {
            await AnswerAsync(context, await incoming.TakeAsync(fields));
        }
    }

    /// <summary>Only as XML: plain text would be sent to whoever wrote.</summary>
    private static Task AnswerAsync(HttpContext context, string? message)
    {
        var answer = new XElement("Response", message is null ? null : new XElement("Message", message));
        return HookForm.WriteAsync(context, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{answer.ToString(SaveOptions.DisableFormatting)}", "text/xml; charset=utf-8");
    }
}
