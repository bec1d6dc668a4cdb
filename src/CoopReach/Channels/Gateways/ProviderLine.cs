using CoopReach.Outbox;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;

namespace CoopReach.Channels.Gateways;

/// <summary>
/// The HTTP to one provider: a request gets so much time, and while nobody answers at all none is made. Nothing is sent
/// twice here; what to try again the outbox decides.
/// </summary>
/// <param name="name">Of the HTTP client.</param>
internal sealed class ProviderLine(string name, IHttpClientFactory http, IOptions<OutboxSettings> options, TimeProvider clock)
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } fault && LineFault.IsBeforeSending(fault)),
            FailureRatio = 1,
            MinimumThroughput = 5,
            SamplingDuration = Silence,
            BreakDuration = Silence,
        })
        .AddTimeout(options.Value.RequestTimeout)
        .Build();

    /// <summary>Sends one request and says what came of the letter.</summary>
    /// <param name="stopping">Nothing more is sent then; what has left is waited for, or nobody would know what became of it.</param>
    public async Task<SendResult> SendAsync(Letter letter, Func<HttpRequestMessage> write, Func<ProviderReply, SendResult> read, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested)
        {
            return SendResult.ForAll(letter, new Verdict(Fate.Held, Reason: "the service was stopping"));
        }

        ProviderReply reply;
        try
        {
            reply = await _pipeline.ExecuteAsync(async patience => await AskAsync(write, patience), CancellationToken.None);
        }
        catch (Exception fault) when (LineFault.Of(letter, fault) is { } result)
        {
            return result;
        }

        return read(reply);
    }

    private async Task<ProviderReply> AskAsync(Func<HttpRequestMessage> write, CancellationToken cancel)
    {
        using var client = http.CreateClient(name);
        using var request = write();
        using var response = await client.SendAsync(request, cancel);

        return await ProviderReply.ReadAsync(response, clock.GetUtcNow(), cancel);
    }
}
