using System.Text;
using CoopReach.Conversations;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CoopReach.Channels.AfricasTalking;

/// <summary>
/// USSD from Africa's Talking: everything dialled so far arrives in <c>text</c>, joined by '*', and the answer is plain text
/// that starts with CON or END. Facts of the wire: decoded form fields sessionId, serviceCode, phoneNumber, networkCode, text.
/// </summary>
public sealed class UssdWebhook(Desk desk, HookGuard guard, DeskMetrics metrics, IOptions<AfricasTalkingSettings> options)
{
    private const string Channel = "ussd";
    private const string FormType = "application/x-www-form-urlencoded";
    private const int LargestBody = 16 * 1024;

    private static readonly FormOptions Limits = new() { ValueCountLimit = 64, KeyLengthLimit = 128, ValueLengthLimit = 8 * 1024 };

    private readonly string _serviceCode = options.Value.ServiceCode;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var hooks = routes.MapGroup("/hooks/africastalking").WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        hooks.MapPost("/ussd", (HttpContext context, UssdWebhook hook) => hook.AnswerAsync(context));
        hooks.MapPost("/ussd-ended", (HttpContext context, UssdWebhook hook) => hook.EndAsync(context));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } form)
        {
            return;
        }

        var text = form["text"].ToString();
        var problem = CallbackForm.Problem(form, _serviceCode, out var phone) ?? CallbackForm.ProblemOfText(text);
        if (problem is not null)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, problem);
            return;
        }

        var network = form["networkCode"].ToString();
        var inbound = new Inbound(Channel, form["sessionId"].ToString(), phone, network.Length == 0 ? null : network, text.Length == 0 ? [] : text.Split('*'));
        var reply = guard.MayStep(phone) ? await desk.AnswerAsync(inbound, context.RequestAborted) : Busy(inbound);

        await WriteAsync(context, (reply.Ends ? "END " : "CON ") + reply.Text);
    }

    private async Task EndAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } form)
        {
            return;
        }

        var (session, status) = (form["sessionId"].ToString(), form["status"].ToString());
        var problem = CallbackForm.Problem(form, _serviceCode, out _)
            ?? (status is "Success" or "Incomplete" or "Failed" ? null : "status is not Success, Incomplete or Failed");
        if (problem is not null)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, problem);
            return;
        }

        if (status == "Incomplete")
        {
            _ = int.TryParse(form["hopsCount"].ToString(), out var hops);
            metrics.Dropped(hops, form["networkCode"].ToString());
        }

        await desk.EndAsync(session, status, context.RequestAborted);
        await WriteAsync(context, "OK");
    }

    /// <summary>The form, or null when the callback was already refused.</summary>
    private async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        if (!guard.IsAllowed(context.Connection.RemoteIpAddress))
        {
            return await RefuseAsync(context, StatusCodes.Status403Forbidden, "callbacks are not taken from this address");
        }

        if (!guard.KnowsKey(context.Request))
        {
            return await RefuseAsync(context, StatusCodes.Status401Unauthorized, "the hook key is missing or wrong");
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase))
        {
            return await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, $"send {FormType}");
        }

        try
        {
            return await context.Request.ReadFormAsync(Limits, context.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "the form is too large");
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            return await RefuseAsync(context, StatusCodes.Status400BadRequest, "the form cannot be read");
        }
    }

    private Reply Busy(Inbound inbound)
    {
        metrics.Refused("rate");
        return desk.SayBusy(inbound);
    }

    private async Task<IFormCollection?> RefuseAsync(HttpContext context, int status, string problem)
    {
        metrics.Refused(problem);
        context.Response.StatusCode = status;
        await WriteAsync(context, problem);
        return null;
    }

    private static Task WriteAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(text);

        return context.Response.WriteAsync(text);
    }
}
