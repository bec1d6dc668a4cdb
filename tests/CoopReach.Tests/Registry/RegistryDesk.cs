using CoopReach.Audit;
using CoopReach.People;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Registry;

/// <summary>The registry of the coffee cooperative of the demo, and its manager.</summary>
internal sealed class RegistryDesk(TestDatabase database) : IAsyncDisposable
{
    public static readonly NationalIdVault Vault = new(TestDatabase.Pepper);

    public TestDatabase Database => database;

    public required Staff Clerk { get; init; }

    public static TimeProvider Clock => TestClock.SeedDay;

    public static async Task<RegistryDesk> OpenAsync(Provider provider)
    {
        var database = await TestDatabase.DemoOnFixedDayAsync(provider);
        var coffee = await database.NumberAsync("select id from cooperatives where code = 'TWZ'");

        return new RegistryDesk(database) { Clerk = new Staff(coffee, "staff:manager@twz.demo") };
    }

    public Task<long> PersonAsync(string number) =>
        database.NumberAsync("select person_id from memberships where cooperative_id = $1 and number = $2", Clerk.CooperativeId, number);

    public Task<long> MembershipAsync(string number) =>
        database.NumberAsync("select id from memberships where cooperative_id = $1 and number = $2", Clerk.CooperativeId, number);

    /// <summary>Somebody who works in another cooperative.</summary>
    public async Task<Staff> ClerkOfAsync(string cooperative) =>
        new(await database.NumberAsync("select id from cooperatives where code = $1", cooperative), $"staff:clerk@{cooperative}");

    public Task<long> CountAsync(string from, params object?[] values) => database.NumberAsync($"select count(*) from {from}", values);

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
