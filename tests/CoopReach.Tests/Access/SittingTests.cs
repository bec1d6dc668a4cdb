using CoopReach.Access;
using CoopReach.Tests.Office;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Access;

public sealed class SittingTests
{
    /// <summary>The clock stands still, so nothing but the end of the session itself can close the page.</summary>
    [Fact]
    public async Task The_open_page_of_somebody_sent_out_is_over_at_once_and_nobody_elses()
    {
        await using var service = await Service.StartAsync();
        var (clerk, manager) = (await OpenAsync(service, "secretary@twz.demo"), await OpenAsync(service, "manager@twz.demo"));
        using var clerks = clerk.Circuit;
        using var managers = manager.Circuit;
        await service.Services.GetRequiredService<SuspendPost>().RunAsync(manager.Sitting.Seat!, clerk.Sitting.Seat!.UserId, CancellationToken.None);
        await clerk.Over.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.False(manager.Over.IsCompleted);
        Assert.False(await clerk.Sitting.GoesOnAsync());
        Assert.True(await manager.Sitting.GoesOnAsync());
    }

    /// <summary>Somebody before a page, as a circuit holds them.</summary>
    private static async Task<(Sitting Sitting, SittingCircuit Circuit, Task Over)> OpenAsync(Service service, string login)
    {
        var sessions = service.Services.GetRequiredService<Sessions>();
        var (sitting, over) = (new Sitting(sessions), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        sitting.Over += () => over.TrySetResult();
        await sitting.BeginAsync(SessionCookie.PrincipalOf(await OfficeCookie.SessionAsync(service.Services, login)));
        var circuit = new SittingCircuit(sitting, sessions, service.Services.GetRequiredService<TimeProvider>());
        await circuit.OnCircuitOpenedAsync(null!, CancellationToken.None);
        return (sitting, circuit, over.Task);
    }
}
