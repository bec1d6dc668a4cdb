using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CoopReach.Channels.Hooks;

/// <summary>A callback is turned away, with one line that says why.</summary>
internal sealed record HookRefusal(int Status, string Problem);

/// <summary>The form of a callback, as every provider posts it: its type, and how large it may be.</summary>
internal static class HookForm
{
    public const string Type = "application/x-www-form-urlencoded";

    public static readonly RequestSizeLimitAttribute Size = new(16 * 1024);

    private static readonly FormOptions Limits = new() { ValueCountLimit = 64, KeyLengthLimit = 128, ValueLengthLimit = 8 * 1024 };

    /// <summary>The form, or why there is none.</summary>
    public static async Task<(IFormCollection? Form, HookRefusal? Refusal)> ReadAsync(HttpContext context)
    {
        if (RefusalOfType(context.Request) is { } noForm)
        {
            return (null, noForm);
        }

        try
        {
            return (await context.Request.ReadFormAsync(Limits, context.RequestAborted), null);
        }
        catch (Exception unreadable) when (RefusalOf(unreadable) is { } refusal)
        {
            return (null, refusal);
        }
    }

    public static HookRefusal? RefusalOfType(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(Type, StringComparison.OrdinalIgnoreCase)
            ? null
            : new(StatusCodes.Status415UnsupportedMediaType, $"send {Type}");

    public static HookRefusal? RefusalOf(Exception unreadable) => unreadable switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new(StatusCodes.Status413PayloadTooLarge, "the form is too large"),
        InvalidDataException or BadHttpRequestException => new(StatusCodes.Status400BadRequest, "the form cannot be read"),
        _ => null,
    };

    public static Task RefuseAsync(HttpContext context, HookRefusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        return WriteAsync(context, refusal.Problem);
    }

    public static Task WriteAsync(HttpContext context, string text, string type = "text/plain; charset=utf-8")
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(text);

        return context.Response.WriteAsync(text);
    }
}
