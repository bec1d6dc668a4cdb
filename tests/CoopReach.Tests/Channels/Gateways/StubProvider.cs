using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopReach.Tests.Channels.Gateways;

/// <summary>A provider on a real port: keeps what it is asked and answers what the test says.</summary>
internal sealed class StubProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<StubRequest> _requests = [];
    private readonly SemaphoreSlim _arrived = new(0);

    private StubProvider(WebApplication app) => _app = app;

    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public RequestDelegate Answer { get; set; } = Says(200, "");

    public static async Task<StubProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new StubProvider(builder.Build());
        stub._app.Run(stub.HearAsync);
        await stub._app.StartAsync();

        return stub;
    }

    public static RequestDelegate Says(int status, string body, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(body);
    };

    /// <summary>Takes the request and drops the line.</summary>
    public static Task Resets(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Promises more than it sends, and drops the line.</summary>
    public static async Task BreaksOff(HttpContext context)
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("{\"sid\"");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    /// <summary>Takes the request and says nothing until the test is over.</summary>
    public Task IsSilent(HttpContext context) => _released.Task.WaitAsync(context.RequestAborted);

    /// <summary>Returns when one more request has arrived.</summary>
    public async Task ArrivedAsync() => Assert.True(await _arrived.WaitAsync(TimeSpan.FromMinutes(1)), "No request arrived.");

    public async ValueTask DisposeAsync()
    {
        _released.TrySetResult();
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task HearAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = context.Request;
        _requests.Enqueue(new StubRequest(
            request.Method, request.Path + request.QueryString, request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync()));
        _arrived.Release();
        await Answer(context);
    }
}

/// <summary>A request as it came over the wire.</summary>
internal sealed record StubRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public IReadOnlyDictionary<string, string> Form =>
        new FormReader(Body).ReadForm().ToDictionary(pair => pair.Key, pair => string.Join('|', pair.Value.ToArray()), StringComparer.Ordinal);
}
