using System.Collections.Concurrent;
using System.Net;
using CoopReach.Channels.Handset;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoopReach.Browser.Site;

/// <summary>The real handset page and endpoints on a free port, with a scripted menu behind the hook and an inbox of its own.</summary>
internal sealed class StandInProduct : IAsyncDisposable
{
    public const string HookKey = "the-key-of-the-hooks";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, IReadOnlyList<HandsetSms>> _sent = new();

    private StandInProduct(bool enabled)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Handset:Enabled"] = enabled ? "true" : "false",
            ["Channels:AfricasTalking:HookKey"] = HookKey,
        });
        builder.Services.AddSingleton(new HandsetInbox((phone, _) => Task.FromResult(_sent.GetValueOrDefault(phone, []))));

        _app = builder.Build();
        _app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(WebRoot()) });
        _app.MapHandset();
        _app.MapPost("/hooks/africastalking/ussd", AnswerAsync);
        _app.MapPost("/hooks/africastalking/ussd-ended", EndAsync);
    }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Every form the hook received, in order.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Asked { get; } = new();

    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Ended { get; } = new();

    public static async Task<StandInProduct> StartAsync(bool enabled = true)
    {
        var product = new StandInProduct(enabled);
        await product._app.StartAsync();
        return product;
    }

    public void Send(string phone, HandsetSms sms) => _sent.AddOrUpdate(phone, [sms], (_, before) => [sms, .. before]);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        if (request.Headers["X-Hook-Key"] != HookKey)
        {
            return Results.Unauthorized();
        }

        var form = await FormOfAsync(request);
        Asked.Enqueue(form);
        var screen = ScriptedMenu.Answer(form["text"]);
        if (screen.StartsWith("END ", StringComparison.Ordinal))
        {
            Send(form["phoneNumber"], new("TWZ", "16:20 12/05", "TWZ: ikawa A 600 Frw ku kilo, ikawa yarerembye 150 Frw.", 55, 1, "Sent"));
        }

        return Results.Text(screen);
    }

    private async Task<IResult> EndAsync(HttpRequest request)
    {
        Ended.Enqueue(await FormOfAsync(request));
        return Results.Ok();
    }

    private static async Task<IReadOnlyDictionary<string, string>> FormOfAsync(HttpRequest request) =>
        (await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());

    private static string WebRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CoopReach.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(folder.FullName, "src", "CoopReach", "wwwroot");
    }
}
