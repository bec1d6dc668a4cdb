using Serilog;
using Serilog.Formatting.Json;

namespace CoopReach.Logs;

/// <summary>Logs on the console: one JSON object a line for machines, readable lines in Development.</summary>
public static class LogsRoom
{
    private const string Readable = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
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
