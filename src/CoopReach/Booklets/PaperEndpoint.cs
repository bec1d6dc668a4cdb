using CoopReach.Data;
using CoopReach.Engine;
using Microsoft.Net.Http.Headers;

namespace CoopReach.Booklets;

/// <summary>
/// <c>/v/{code}</c>: what a paper is, for anybody who holds one. Never kept by a browser or found by a search engine, and it
/// loads nothing but our own style.
/// </summary>
public static class PaperEndpoint
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v", AnswerAsync).RequireRateLimiting(PaperPace.Policy).AllowAnonymous();
        routes.MapGet("/v/{**code}", AnswerAsync).RequireRateLimiting(PaperPace.Policy).AllowAnonymous();
    }

    internal static async ValueTask RefuseAsync(HttpContext context, CancellationToken cancel)
    {
        context.Response.Headers.RetryAfter = "60";
        var page = context.RequestServices.GetRequiredService<PaperPage>();
        await WriteAsync(context, StatusCodes.Status429TooManyRequests, page.Busy(Asked(context, "")), cancel);
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var code = context.Request.RouteValues["code"] as string ?? context.Request.Query["code"].ToString();
        var (page, asked, cancel) = (services.GetRequiredService<PaperPage>(), Asked(context, code), context.RequestAborted);
        if (string.IsNullOrWhiteSpace(code))
        {
            await WriteAsync(context, StatusCodes.Status200OK, page.Ask(asked), cancel);
            return;
        }

        Paper? paper;
        await using (var reading = await services.GetRequiredService<Store>().ReadAsync(cancel))
        {
            paper = await Papers.FindAsync(reading.Db, code);
        }

        await (paper is null
            ? WriteAsync(context, StatusCodes.Status404NotFound, page.Missing(asked), cancel)
            : WriteAsync(context, StatusCodes.Status200OK, page.Found(asked, paper), cancel));
    }

    private static AskedPaper Asked(HttpContext context, string code) => new(code, LanguageOf(context.Request));

    /// <summary>?lang first, then what the browser says; Kinyarwanda when neither is one of ours.</summary>
    private static Language LanguageOf(HttpRequest request) =>
        Languages.Find(request.Query["lang"])
        ?? request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => Languages.Find(accepted.Value.ToString().Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(language => language is not null)
        ?? Language.Kinyarwanda;

    private static Task WriteAsync(HttpContext context, int status, string html, CancellationToken cancel)
    {
        var (response, headers) = (context.Response, context.Response.Headers);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        headers[HeaderNames.Vary] = "Accept-Language";

        return response.WriteAsync(html, cancel);
    }
}
