using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopReach.Tests.Commands;

/// <summary>
/// Africa's Talking as a server of the test: takes SMS, answers as the real one does, counts every number it was given,
/// and reports on each when asked to. It can fall silent in the middle of a request.
/// </summary>
internal sealed class SmsNetwork : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, int> _given = new();
    private readonly ConcurrentQueue<string> _toReport = new();
    private TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _silent;
    private int _awaited = int.MaxValue;
    private int _taken;

    private SmsNetwork(WebApplication server)
    {
        _server = server;
        server.MapPost("/version1/messaging", TakeAsync);
    }

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>How often each number was given.</summary>
    public IReadOnlyDictionary<string, int> Given => _given;

    /// <summary>Everything it was given, number and text.</summary>
    public ConcurrentQueue<(string Phone, string Text)> Texts { get; } = [];

    /// <summary>What a product needs to send through it.</summary>
    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("Channels__AfricasTalking__Username", "coopreach"),
        ("Channels__AfricasTalking__ApiKey", "atsk_a-key-of-the-test"),
        ("Channels__AfricasTalking__BaseUrl", Address.ToString()),
    ];

    public static async Task<SmsNetwork> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var network = new SmsNetwork(builder.Build());
        await network._server.StartAsync();
        return network;
    }

    /// <summary>Ends when so many more have been taken; from then on no request is answered until <see cref="Recover"/>.</summary>
    public Task FallSilentAfterAsync(int more)
    {
        _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _awaited, Volatile.Read(ref _taken) + more);
        return _reached.Task;
    }

    public void Recover()
    {
        Volatile.Write(ref _awaited, int.MaxValue);
        _silent = false;
    }

    /// <summary>Posts a delivery report for everything taken since the last time.</summary>
    public async Task ReportAsync(HttpClient product, string key)
    {
        while (_toReport.TryDequeue(out var number))
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["id"] = IdOf(number), ["status"] = "Success", ["phoneNumber"] = number, ["networkCode"] = "63510",
            });
            using var response = await product.PostAsync(new Uri($"/hooks/africastalking/delivery?key={key}", UriKind.Relative), form);
            response.EnsureSuccessStatusCode();
        }
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static string IdOf(string number) => $"ATXid_{number[1..]}";

    private async Task TakeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var numbers = form["to"].ToString().Split(',');
        foreach (var number in numbers)
        {
            _given.AddOrUpdate(number, 1, (_, times) => times + 1);
            _toReport.Enqueue(number);
            Texts.Enqueue((number, form["message"].ToString()));
        }

        if (Interlocked.Add(ref _taken, numbers.Length) >= Volatile.Read(ref _awaited))
        {
            _silent = true;
            _reached.TrySetResult();
        }

        if (_silent)
        {
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new
        {
            SMSMessageData = new
            {
                Message = $"Sent to {numbers.Length}/{numbers.Length} Total Cost: RWF {numbers.Length * 15}.0000",
                Recipients = numbers.Select(number => new { statusCode = 101, number, status = "Success", cost = "RWF 15.0000", messageId = IdOf(number) }),
            },
        });
    }
}
