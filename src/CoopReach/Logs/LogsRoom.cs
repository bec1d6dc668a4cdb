using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace CoopReach.Logs;

/// <summary>Logs on the console: one JSON object a line for machines, readable lines in Development.</summary>
public static class LogsRoom
{
    private const string Readable = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>These write whole addresses, and an address may hold a hook's key or a paper's code: our own request line stands for them.</summary>
    private static readonly string[] TooTalkative = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Server.Kestrel.BadRequests", "Microsoft.AspNetCore.Routing"];

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var settings = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration);
        foreach (var source in TooTalkative)
        {
            settings.MinimumLevel.Override(source, LogEventLevel.Warning);
        }

        var logger = settings
            .Enrich.FromLogContext()
            .Enrich.With<WithoutPath>()
            .WriteTo.Async(sinks =>
            {
                if (builder.Environment.IsDevelopment())
                {
                    sinks.Console(outputTemplate: Readable, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
                }
                else
                {
                    sinks.Console(new JsonFormatter(renderMessage: true));
                }
            })
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
    }
}

/// <summary>The server adds the path to every line of a request.</summary>
internal sealed class WithoutPath : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
}
