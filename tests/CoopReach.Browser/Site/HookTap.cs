using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CoopReach.Browser.Site;

/// <summary>Listens in on the hooks: keeps every form that reached them, once the product has answered it.</summary>
internal sealed class HookTap : IStartupFilter
{
    private const string Hooks = "/hooks/africastalking/";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentQueue<Heard> _heard = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _ends = new();

    /// <summary>The forms of one session that reached the hook <c>ussd</c> or <c>ussd-ended</c>, in order.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Of(string hook, string session) =>
        [.. from heard in _heard where heard.Hook == hook && heard.Form["sessionId"] == session select heard.Form];

    /// <summary>Comes back when the product has been told that the session is over; fails after ten seconds.</summary>
    public Task EndOfAsync(string session) => End(session).Task.WaitAsync(Patience);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(ListenAsync);
        next(app);
    };

    private async Task ListenAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Request.Path.StartsWithSegments("/hooks") && context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync();
            Keep(new(context.Request.Path.Value![Hooks.Length..], form.ToDictionary(field => field.Key, field => field.Value.ToString())));
        }
    }

    private void Keep(Heard heard)
    {
        _heard.Enqueue(heard);
        if (heard.Hook == "ussd-ended")
        {
            End(heard.Form["sessionId"]).TrySetResult();
        }
    }

    private TaskCompletionSource End(string session) =>
        _ends.GetOrAdd(session, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private sealed record Heard(string Hook, IReadOnlyDictionary<string, string> Form);
}
