using Microsoft.AspNetCore.Http.HttpResults;

namespace CoopReach.Channels.Handset;

/// <summary>
/// The simulated handset at <c>/handset</c>: a feature phone in the browser over the product's own USSD hook.
/// It is there in Development, or where the setting <c>Handset:Enabled</c> is true, and nowhere else.
/// </summary>
public static class HandsetPage
{
    /// <summary>Everything the page loads is our own: no inline script or style, no data address, no other host.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string Html = ReadHtml();

    public static void MapHandset(this WebApplication app)
    {
        if (!app.Configuration.GetValue("Handset:Enabled", app.Environment.IsDevelopment()))
        {
            return;
        }

        var network = new HandsetNetwork(app.Services, app.Configuration);
        app.Lifetime.ApplicationStopped.Register(network.Dispose);

        var page = app.MapGroup("/handset").AllowAnonymous();
        page.MapGet("", Show);
        page.MapGet("/people", (IConfiguration settings) => TypedResults.Ok(HandsetPeople.Of(settings)));

        var calls = page.MapGroup("").AddEndpointFilter(SameOrigin.RequireAsync);
        calls.MapPost("/ussd", (HandsetKeys keys, CancellationToken cancel) => AskAsync(network, keys, cancel));
        calls.MapPost("/ended", (HandsetHangUp hangUp, CancellationToken cancel) => EndAsync(network, hangUp, cancel));
        calls.MapPost("/inbox", ReadInboxAsync);
    }

    private static ContentHttpResult Show(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        return TypedResults.Content(Html, "text/html; charset=utf-8");
    }

    private static async Task<IResult> AskAsync(HandsetNetwork network, HandsetKeys keys, CancellationToken cancel) =>
        keys.Fault() is { } fault
            ? TypedResults.BadRequest(fault)
            : TypedResults.Ok(await network.AskAsync(keys, cancel));

    private static async Task<IResult> EndAsync(HandsetNetwork network, HandsetHangUp hangUp, CancellationToken cancel)
    {
        if (hangUp.Fault() is { } fault)
        {
            return TypedResults.BadRequest(fault);
        }

        await network.EndAsync(hangUp, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ReadInboxAsync(HandsetOwner owner, HandsetInbox inbox, CancellationToken cancel)
    {
        if (owner.Phone is not { Length: > 0 and <= 20 })
        {
            return TypedResults.BadRequest("phone is missing or too long");
        }

        return TypedResults.Ok(await inbox.ReadAsync(owner.Phone, cancel));
    }

    private static string ReadHtml()
    {
        using var file = typeof(HandsetPage).Assembly.GetManifestResourceStream("handset.html")
            ?? throw new InvalidOperationException("handset.html is not embedded in the assembly.");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
