using CoopReach.Conversations;
using CoopReach.Engine.Menus;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Conversations;

/// <summary>A real action that answers when the test lets it go, or fails when the test makes it fail.</summary>
internal sealed class HeldAction(IMenuAction real) : IMenuAction
{
    private readonly TaskCompletionSource _free = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ActionShape Shape => real.Shape;

    /// <summary>Done when somebody waits for the answer.</summary>
    public Task Reached => _reached.Task;

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        _reached.TrySetResult();
        await _free.Task;
        return await real.RunAsync(step, cancel);
    }

    public void LetGo() => _free.SetResult();

    public void Fail() => _free.SetException(new InvalidOperationException("The action failed on purpose."));

    /// <summary>Takes the place of the real one.</summary>
    public void Replace(IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ImplementationType == real.GetType()));
        services.AddSingleton<IMenuAction>(this);
    }
}
