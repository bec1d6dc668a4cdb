using System.Diagnostics;

namespace CoopReach.Logs;

/// <summary>
/// One line a request: method, the route it matched (a path may hold the code of a paper, a query the hook key), status,
/// milliseconds, trace id. A callback that went well is a Debug line, because it is also a row of its transcript; a slow or refused one always shows.
/// </summary>
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    private const int Slow = 500;

    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        // The server turns what is thrown past us into a 500, but only after this line is written.
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await next(context);
            status = context.Response.StatusCode;
        }
        finally
        {
            Write(context, status, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private void Write(HttpContext context, int status, long milliseconds)
    {
        var level = LevelOf(context, status, milliseconds);
        if (logger.IsEnabled(level))
        {
            logger.Log(
                level, "{Method} {Path} {Status} in {Milliseconds} ms, trace {Trace}",
                context.Request.Method, RouteOf(context), status, milliseconds,
                Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
        }
    }

    private static string? RouteOf(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { Length: > 0 } route } ? route : context.Request.Path.Value;

    private static LogLevel LevelOf(HttpContext context, int status, long milliseconds) => status switch
    {
        >= 500 => LogLevel.Error,
        >= 400 => LogLevel.Warning,
        _ when milliseconds >= Slow => LogLevel.Warning,
        _ when context.Request.Path.StartsWithSegments("/hooks") || context.Request.Path.StartsWithSegments("/health") => LogLevel.Debug,
        _ => LogLevel.Information,
    };
}
