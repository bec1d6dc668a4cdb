using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Demo;
using CoopReach.Tests.Conversations;
using CoopReach.Tests.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopReach.Tests.Access;

/// <summary>The room over a demo of its own, at a time the test moves.</summary>
internal sealed class Door : IAsyncDisposable
{
    public const string Device = "Firefox on Linux";
    public const string Address = "192.0.2.7";

    private readonly ServiceProvider _services;

    private Door(TestDatabase database)
    {
        Database = database;
        var services = new ServiceCollection().AddLogging(logs => logs.SetMinimumLevel(LogLevel.Trace).AddProvider(Log)).AddAccess(new ConfigurationBuilder().Build());
        services.AddSingleton(database.Store).AddSingleton<Func<CoopDb>>(database.Open).AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(TestDatabase.Keys).AddSingleton<IPasswordHasher<User>>(Hasher);
        _services = services.BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    public TestClock Clock { get; } = new(TestClock.Morning);

    public CountingHasher Hasher { get; } = new();

    public KeptLog Log { get; } = new();

    public SignIn SignIn => Get<SignIn>();

    public Sessions Sessions => Get<Sessions>();

    public static async Task<Door> OpenAsync(Provider provider = Provider.Sqlite) => new(await TestDatabase.DemoOnFixedDayAsync(provider));

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<SignInOutcome> TryAsync(string login, string password, string address = Address) =>
        SignIn.PasswordAsync(login, password, Device, address, CancellationToken.None);

    /// <summary>A ticket that waits for a code.</summary>
    public async Task<string> TicketAsync(string login) =>
        Assert.IsType<SignInOutcome.NeedsCode>(await TryAsync(login, DemoUsers.Password)).Ticket;

    public string Code(TimeSpan later = default) => Totp.CodeAt(DemoUsers.TotpKey, Clock.GetUtcNow() + later);

    /// <summary>Somebody who is in already, without the work of signing in.</summary>
    public async Task<Seat> SitAsync(string login)
    {
        var (user, session) = (await IdAsync(login), "");
        await Database.CommitAsync(async db => session = await Sessions.StartAsync(db, user, Device, Address, Clock.GetUtcNow()));
        return (await Sessions.CheckAsync(session, CancellationToken.None))!;
    }

    public Task<long> IdAsync(string login) => Database.NumberAsync("select id from users where login = $1", login);

    public Task<long> CountAsync(string action) => Database.NumberAsync("select count(*) from access_events where action = $1", action);

    public Task<string?> WhyEndedAsync(string session) =>
        Database.ReadAsync(db => db.FirstAsync("select ended_because from user_sessions where id = $1", row => row.TextOrNull(0), session));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }
}

/// <summary>Identity's own, and how often it was asked.</summary>
internal sealed class CountingHasher : IPasswordHasher<User>
{
    private readonly PasswordHasher<User> _own = new();
    private int _looked;

    public int Looked => _looked;

    public string HashPassword(User user, string password) => _own.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref _looked);
        return _own.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
