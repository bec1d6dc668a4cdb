using CoopReach.Channels.Hooks;
using CoopReach.Conversations;
using Microsoft.Extensions.Options;

namespace CoopReach.Channels.AfricasTalking;

/// <summary>
/// USSD from Africa's Talking: everything dialled so far arrives in <c>text</c>, joined by '*', and the answer is plain text
/// that starts with CON or END. Facts of the wire: decoded form fields sessionId, serviceCode, phoneNumber, networkCode, text.
/// </summary>
public sealed class UssdWebhook(Desk desk, HookGuard guard, GuardedForm forms, DeskMetrics metrics, IOptions<AfricasTalkingSettings> options)
{
    private const string Channel = "ussd";

    private readonly string _serviceCode = options.Value.ServiceCode;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var hooks = routes.MapGroup("/hooks/africastalking").WithMetadata(HookForm.Size);
        hooks.MapPost("/ussd", (HttpContext context, UssdWebhook hook) => hook.AnswerAsync(context));
        hooks.MapPost("/ussd-ended", (HttpContext context, UssdWebhook hook) => hook.EndAsync(context));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (await forms.ReadAsync(context) is not { } form)
        {
            return;
        }

        var text = form["text"].ToString();
        var problem = CallbackForm.Problem(form, _serviceCode, out var phone) ?? CallbackForm.ProblemOfText(text);
        if (problem is not null)
        {
            await forms.RefuseAsync(context, StatusCodes.Status400BadRequest, problem);
            return;
        }

        var network = form["networkCode"].ToString();
        var inbound = new Inbound(Channel, form["sessionId"].ToString(), phone, network.Length == 0 ? null : network, text.Length == 0 ? [] : text.Split('*'));
        var reply = guard.MayStep(phone) ? await desk.AnswerAsync(inbound, context.RequestAborted) : Busy(inbound);

        await HookForm.WriteAsync(context, (reply.Ends ? "END " : "CON ") + reply.Text);
    }

    private async Task EndAsync(HttpContext context)
    {
        if (await forms.ReadAsync(context) is not { } form)
        {
            return;
        }

        var (session, status) = (form["sessionId"].ToString(), form["status"].ToString());
        var problem = CallbackForm.Problem(form, _serviceCode, out _)
            ?? (status is "Success" or "Incomplete" or "Failed" ? null : "status is not Success, Incomplete or Failed");
        if (problem is not null)
        {
            await forms.RefuseAsync(context, StatusCodes.Status400BadRequest, problem);
            return;
        }

        if (status == "Incomplete")
        {
            _ = int.TryParse(form["hopsCount"].ToString(), out var hops);
            metrics.Dropped(hops, form["networkCode"].ToString());
        }

        await desk.EndAsync(session, status, context.RequestAborted);
        await HookForm.WriteAsync(context, "OK");
    }

    private Reply Busy(Inbound inbound)
    {
        metrics.Refused("rate");
        return desk.SayBusy(inbound);
    }
}
