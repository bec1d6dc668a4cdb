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

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        sessions.Ended += Look;
        _look = clock.CreateTimer(_ => _ = sitting.GoesOnAsync(), null, Every, Every);
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async activity =>
        {
            if (await sitting.GoesOnAsync())
            {
                await next(activity);
            }
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
}
