namespace CoopReach.Tests.Channels;

/// <summary>
/// One service for all tests of a class, on SQLite. Nobody comes near the limit of steps a minute, and nobody is asked
/// whether to go on where another test stopped.
/// </summary>
public sealed class RunningService : IAsyncLifetime
{
    public Service Service { get; private set; } = null!;

    internal RawHook Hook { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Service = await Service.StartAsync(settings: new Dictionary<string, string>
        {
            ["Channels:AfricasTalking:StepsPerMinute"] = "1000000",
            ["Conversations:ResumeWithin"] = "00:00:00",
        });
        Hook = new RawHook(Service);
    }

    public async Task DisposeAsync()
    {
        Hook.Dispose();
        await Service.DisposeAsync();
    }
}
