using CoopReach.Conversations;
using CoopReach.Engine.Menus;
using CoopReach.Money;
using CoopReach.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Transcripts;

/// <summary>A service in trouble, at the balance: the next answer there comes too late, or not at all.</summary>
internal sealed class Trouble : IMenuAction
{
    private readonly BalanceAction _real = new();
    private HeldAction? _held;

    public ActionShape Shape => _real.Shape;

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) => _held is { } held ? held.RunAsync(step, cancel) : _real.RunAsync(step, cancel);

    public void Replace(IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ImplementationType == typeof(BalanceAction)));
        services.AddSingleton<IMenuAction>(this);
    }

    /// <summary>What the phone is told when the time is up; the answer itself goes by SMS after it.</summary>
    public async Task<string> BeSlowAsync(TestClock clock, TestPhone phone, string input)
    {
        var held = _held = new HeldAction(_real);
        var answer = phone.TypeAsync(input);
        await held.Reached;
        while (!answer.IsCompleted)
        {
            // Again until it rings: the action may have been reached a moment before the clock was set.
            clock.Advance(TimeSpan.FromSeconds(3));
            await Task.WhenAny(answer, Task.Delay(10));
        }

        held.LetGo();
        _held = null;
        await phone.PostAsync(); // waits for its turn behind the step that is late
        return await answer;
    }

    public async Task<string> FailAsync(TestPhone phone, string input)
    {
        _held = new HeldAction(_real);
        _held.Fail();
        var answer = await phone.TypeAsync(input);
        _held = null;

        return answer;
    }
}
