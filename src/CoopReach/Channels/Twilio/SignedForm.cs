using CoopReach.Channels.Hooks;
using CoopReach.Conversations;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CoopReach.Channels.Twilio;

/// <summary>What every callback of Twilio goes through first: its form, and its signature.</summary>
public sealed class SignedForm(DeskMetrics metrics, IConfiguration configuration, IOptions<TwilioSettings> options)
{
    /// <summary>A text of 1,600 smileys, and what WhatsApp tells of its sender.</summary>
    public static readonly RequestSizeLimitAttribute Size = new(64 * 1024);

    private readonly string _token = options.Value.AuthToken;
    private readonly string _public = (configuration["PublicUrl"] ?? "").TrimEnd('/');

    /// <summary>The fields, or null when the callback was already refused.</summary>
    internal async Task<FormFields?> ReadAsync(HttpContext context)
    {
        var refusal = HookForm.RefusalOfType(context.Request);
        try
        {
            var fields = refusal is null ? await FormFields.ReadAsync(context.Request.Body, context.RequestAborted) : null;
            refusal ??= RefusalOf(context, fields!);
            if (refusal is null)
            {
                return fields;
            }
        }
        catch (Exception unreadable) when (HookForm.RefusalOf(unreadable) is { } known)
        {
            refusal = known;
        }

        metrics.Refused(refusal.Problem);
        await HookForm.RefuseAsync(context, refusal);
        return null;
    }

    private HookRefusal? RefusalOf(HttpContext context, FormFields fields)
    {
        var signature = context.Request.Headers["X-Twilio-Signature"].ToString();
        return signature.Length == 0 ? new(StatusCodes.Status400BadRequest, "X-Twilio-Signature is missing")
            : _token.Length == 0 ? new(StatusCodes.Status500InternalServerError, "Channels:Twilio:AuthToken is not set, so no signature can be checked")
            : _public.Length == 0 ? new(StatusCodes.Status500InternalServerError, "PublicUrl is not set, so no signature can be checked")
            : TwilioSignature.IsValid(_token, signature, _public + Target(context), fields.All) ? null
            : new(StatusCodes.Status403Forbidden, "X-Twilio-Signature is wrong");
    }

    /// <summary>Path and query as they came over the line: a framework writes them anew, and then no signature fits.</summary>
    private static string Target(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
}
