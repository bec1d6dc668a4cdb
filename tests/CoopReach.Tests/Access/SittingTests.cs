using System.Collections.Concurrent;
using System.Data.Common;
using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Tests.Office;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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

    /// <summary>Whether the session goes on is answered late for the first, and at once for the second.</summary>
    [Fact]
    public async Task What_a_page_sends_is_heard_in_the_order_it_was_sent()
    {
        await using var service = await Service.StartAsync();
        await using var store = new HesitantStore(service.Services.GetRequiredService<Store>());
        var clerk = await OpenAsync(service, "secretary@twz.demo", new Sessions(store, Options.Create(new AccessSettings()), service.Services.GetRequiredService<TimeProvider>()));
        using var circuit = clerk.Circuit;
        var heard = new ConcurrentQueue<string>();
        store.Hesitate();
        var keys = ((string[])["a", "b"]).Select(key => HearAsync(circuit, () =>
        {
            heard.Enqueue(key);
            return Task.CompletedTask;
        })).ToList();
        store.Answer();
        await Task.WhenAll(keys).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(["a", "b"], heard);
    }

    [Fact]
    public async Task What_waits_for_something_the_page_sends_later_does_not_keep_it_out()
    {
        await using var service = await Service.StartAsync();
        var clerk = await OpenAsync(service, "secretary@twz.demo");
        using var circuit = clerk.Circuit;
        var later = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = HearAsync(circuit, () => later.Task);
        await HearAsync(circuit, () =>
        {
            later.SetResult();
            return Task.CompletedTask;
        }).WaitAsync(TimeSpan.FromSeconds(30));
        await first.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static Task HearAsync(SittingCircuit circuit, Func<Task> act) => circuit.CreateInboundActivityHandler(_ => act())(null!);

    /// <summary>Somebody before a page, as a circuit holds them.</summary>
    private static async Task<(Sitting Sitting, SittingCircuit Circuit, Task Over)> OpenAsync(Service service, string login, Sessions? own = null)
    {
        var sessions = own ?? service.Services.GetRequiredService<Sessions>();
        var (sitting, over) = (new Sitting(sessions), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        sitting.Over += () => over.TrySetResult();
        await sitting.BeginAsync(SessionCookie.PrincipalOf(await OfficeCookie.SessionAsync(service.Services, login)));
        var circuit = new SittingCircuit(sitting, sessions, service.Services.GetRequiredService<TimeProvider>());
        await circuit.OnCircuitOpenedAsync(null!, CancellationToken.None);
        return (sitting, circuit, over.Task);
    }
}

/// <summary>A database over a line: one question can wait while a later one is answered already.</summary>
internal sealed class HesitantStore(Store own) : Store
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _hesitates;

    /// <summary>With the next question, until <see cref="Answer"/>.</summary>
    public void Hesitate() => _hesitates = 1;

    public void Answer() => _answered.SetResult();

    public override async ValueTask<Reading> ReadAsync(CancellationToken cancel)
    {
        if (Interlocked.Exchange(ref _hesitates, 0) == 1)
        {
            await _answered.Task;
        }

        return await own.ReadAsync(cancel);
    }

    public override Task CommitAsync(Write write, CancellationToken cancel) => own.CommitAsync(write, cancel);

    public override DbConnection Connect() => own.Connect();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal override ValueTask ReturnAsync(Statements statements) => own.ReturnAsync(statements);
}
