using CoopReach.Access;
using CoopReach.Browser.Site;
using CoopReach.Data;
using CoopReach.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Browser.Office.House;

/// <summary>A product of their own for those who change who may come in.</summary>
public sealed class OwnOffice : IAsyncLifetime
{
    public OfficeSite Site { get; } = new();

    public Task InitializeAsync() => Site.InitializeAsync();

    public Task DisposeAsync() => Site.DisposeAsync();

    public Task ExecuteAsync(string sql, params object?[] values) =>
        Site.Product.Services.GetRequiredService<Store>().CommitAsync(async db => await db.ExecuteAsync(sql, values), CancellationToken.None);

    /// <summary>As if password and code had been typed long ago.</summary>
    public Task ForgetProofAsync() => ExecuteAsync("update user_sessions set confirmed_at = null");

    /// <summary>Types password and code where the page asks who sits there.</summary>
    public async Task ProveAsync(OfficeVisit visit, string login, string? code = null)
    {
        await ExecuteAsync("update users set last_step = null where login = $1", login);
        await visit.Page.Locator("#f-again-password").FillAsync(DemoUsers.Password);
        await visit.Page.Locator("#f-again-code").FillAsync(code ?? Totp.CodeAt(DemoUsers.TotpKey, TimeProvider.System.GetUtcNow()));
        await visit.Page.Locator(".again .b.p").ClickAsync();
    }

    public async Task<long> UserAsync(string login)
    {
        await using var reading = await Site.Product.Services.GetRequiredService<Store>().ReadAsync(CancellationToken.None);
        return await reading.Db.FirstAsync("select id from users where login = $1", row => row.Number(0), login);
    }
}
