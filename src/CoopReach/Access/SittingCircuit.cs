using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CoopReach.Access;

/// <summary>
/// Holds an open page to its session: nothing it sends is heard once the session is over, and a page nobody touches is closed
/// too, at once when this node ended the session and within seconds when another one did. Only hands and keys keep a
/// session in use (see office.js): a page that moves by itself does not.
/// </summary>
public sealed class SittingCircuit(Sitting sitting, Sessions sessions, TimeProvider clock) : CircuitHandler, IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private ITimer? _look;
    private Task _begun = Task.CompletedTask;

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        sessions.Ended += Look;
        _look = clock.CreateTimer(_ => _ = sitting.GoesOnAsync(), null, Every, Every);
        return Task.CompletedTask;
    }

    /// <summary>What a page sends is heard in the order it was sent: no key is heard before an earlier one because its question was answered sooner.</summary>
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async activity =>
        {
            var begun = BeginAsync(_begun, () => next(activity));
            _begun = begun;
            await await begun;
        };

    public void Dispose()
    {
        sessions.Ended -= Look;
        _look?.Dispose();
    }

    private void Look(string sessionId)
    {
        if (sitting.Seat?.SessionId == sessionId)
        {
            _ = sitting.GoesOnAsync();
        }
    }

    /// <summary>Waits for what came before to begin and not to end: that may wait for what comes now.</summary>
    private async Task<Task> BeginAsync(Task before, Func<Task> act)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await sitting.GoesOnAsync() ? act() : Task.CompletedTask;
    }
}
