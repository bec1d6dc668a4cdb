using CoopReach.Conversations;
using CoopReach.Engine.Menus;
using CoopReach.Money;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Conversations;

/// <summary>The balance, answered when the test lets it go, or failing when the test makes it fail.</summary>
internal sealed class HeldAction : IMenuAction
{
    private readonly BalanceAction _real = new();
    private readonly TaskCompletionSource _free = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ActionShape Shape => _real.Shape;

    /// <summary>Done when somebody waits for the answer.</summary>
    public Task Reached => _reached.Task;

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        _reached.TrySetResult();
        await _free.Task;
        return await _real.RunAsync(step, cancel);
    }

    public void LetGo() => _free.SetResult();

    public void Fail() => _free.SetException(new InvalidOperationException("The action failed on purpose."));

    /// <summary>Takes the place of the real one.</summary>
    public void Replace(IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ImplementationType == typeof(BalanceAction)));
        services.AddSingleton<IMenuAction>(this);
    }
}
