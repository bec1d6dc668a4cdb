using System.Net;
using System.Text;
using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Broadcasts;
using CoopReach.Demo;
using CoopReach.Imports;
using CoopReach.Registry;
using CoopReach.Tests.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Office;

/// <summary>
/// Every address that names a row, asked by everybody whose role opens it: by those the row belongs to, and by the same roles in
/// another cooperative and another district. An address that comes new fails here until it is in the table.
/// </summary>
public sealed class TenancyTests : IAsyncLifetime
{
    private const long Coffee = 2;
    private const long Maize = 3;

    /// <summary>By the pattern of its route: a row of TWZ.</summary>
    private static readonly Dictionary<string, string> Rows = new()
    {
        ["/members/{Number}"] = "select '/members/' || number from memberships where cooperative_id = $1 and number = '0101'",
        ["/members/{Number}/correct"] = "select '/members/' || number || '/correct' from memberships where cooperative_id = $1 and number = '0101'",
        ["/members/{Cooperative}/{Number}"] = "select '/members/TWZ/' || number from memberships where cooperative_id = $1 and number = '0101'",
        ["/members/{number}/photo"] = "select '/members/' || number || '/photo' from memberships where cooperative_id = $1 and number = '0101'",
        ["/members/{cooperative}/{number}/photo"] = "select '/members/TWZ/' || number || '/photo' from memberships where cooperative_id = $1 and number = '0101'",
        ["/orders/{Key}"] = "select '/orders/TWZ' || number || code from purchase_orders where cooperative_id = $1 order by id limit 1",
        ["/orders/{key}/paper.pdf"] = "select '/orders/TWZ' || number || code || '/paper.pdf' from purchase_orders where cooperative_id = $1 order by id limit 1",
        ["/payments/{Batch:long}"] = "select '/payments/' || id from payment_batches where cooperative_id = $1 limit 1",
        ["/payments/{batch:long}/lines.xlsx"] = "select '/payments/' || id || '/lines.xlsx' from payment_batches where cooperative_id = $1 limit 1",
        ["/payments/{batch:long}/paper.pdf"] = "select '/payments/' || id || '/paper.pdf' from payment_batches where cooperative_id = $1 limit 1",
        ["/payments/{Batch:long}/{Payment:long}"] = "select '/payments/' || batch_id || '/' || id from payments where cooperative_id = $1 and batch_id is not null order by id desc limit 1",
        ["/disputes/{Code}"] = "select '/disputes/TWZ-D-0001' from disputes where cooperative_id = $1 limit 1",
        ["/days/{Id:long}"] = "select '/days/' || id from collector_days where cooperative_id = $1 and kind = 'opened' limit 1",
        ["/imports/{Id:long}"] = "select '/imports/' || id from import_batches where cooperative_id = $1 limit 1",
        ["/imports/{id:long}/findings.xlsx"] = "select '/imports/' || id || '/findings.xlsx' from import_batches where cooperative_id = $1 limit 1",
        ["/broadcasts/{Id:long}"] = "select '/broadcasts/' || id from broadcasts where cooperative_id = $1 limit 1",
        ["/broadcasts/{Id:long}/not-reached"] = "select '/broadcasts/' || id || '/not-reached' from broadcasts where cooperative_id = $1 limit 1",
        ["/broadcasts/{id:long}/recipients.xlsx"] = "select '/broadcasts/' || id || '/recipients.xlsx' from broadcasts where cooperative_id = $1 limit 1",
        ["/messages/{Id:long}"] = "select '/messages/' || id from outbox_messages where cooperative_id = $1 limit 1",
        ["/users/{Id:long}"] = "select '/users/' || user_id from posts where cooperative_id = $1 and role = 'secretary'",
    };

    /// <summary>Of nobody's cooperative: sessions on the phone are for who looks after the system, a file is its maker's alone.</summary>
    private static readonly string[] OfNoCooperative = ["/conversations/{Id:long}", "/imports/out/{name}"];

    private Service _service = null!;

    public async Task InitializeAsync()
    {
        _service = Service.StartOn(await TestDatabase.FullBookAsync(Provider.Sqlite));
        var secretary = new Staff(Coffee, "staff:secretary@twz.demo");
        await _service.Services.GetRequiredService<ReadList>().RunAsync(secretary, "list.csv", Encoding.UTF8.GetBytes("No;Amazina\n0901;KEZA Aline\n"), CancellationToken.None);
        await _service.Services.GetRequiredService<DraftBroadcast>().RunAsync(secretary, new("Inama", "news", "Inama ku wa 6", "", "", new Audience()), CancellationToken.None);
        var alice = await _service.Database.NumberAsync("select person_id from memberships where cooperative_id = $1 and number = '0101'", Coffee);
        await _service.Services.GetRequiredService<Consents>().GiveAsync(secretary, alice, "photo", "photo-1", "en", CancellationToken.None);
        await _service.Services.GetRequiredService<KeepPhoto>().RunAsync(secretary, alice, [0xff, 0xd8, 0xff, 0xe0], CancellationToken.None);
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public void Every_address_that_names_a_row_is_asked() =>
        Assert.Equal(Named().Select(one => one.Pattern).Order(), Rows.Keys.Concat(OfNoCooperative).Order());

    [Fact]
    public async Task A_row_is_shown_to_its_own_cooperative_and_area_and_is_not_there_for_any_other()
    {
        var addresses = await AddressesAsync();
        var wrong = await AskAsync(addresses, IsTheirs);
        await _service.Database.ExecuteAsync("update posts set cooperative_id = $1 where cooperative_id = $2", Maize, Coffee);
        await _service.Database.ExecuteAsync("update posts set area = substr('110101', 1, length(area)) where area is not null and area <> '' ");
        await _service.Database.ExecuteAsync("update posts set area = '11' where role = 'inspector'");

        // Whoever worked together still does: users stand beside the same manager.
        wrong.AddRange(await AskAsync(addresses.Where(one => one.Pattern != "/users/{Id:long}"), (_, _) => false));

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>An inspector says of which cooperative a member is, and sees of disputes what was taken to an officer; this one was not.</summary>
    private static bool IsTheirs(DemoUser user, string pattern) =>
        user.Login.EndsWith("@twz.demo", StringComparison.Ordinal) || (user.Role == Role.Inspector && pattern is not ("/members/{Number}" or "/members/{number}/photo" or "/disputes/{Code}"));

    private async Task<List<string>> AskAsync(IEnumerable<(string Pattern, string Address, Permission Needed)> addresses, Func<DemoUser, string, bool> isTheirs)
    {
        var wrong = new List<string>();
        foreach (var user in DemoUsers.All.Where(user => user.Role is not (Role.Administrator or Role.UnionManager)))
        {
            using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _service.ClientOptions.BaseAddress };
            browser.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={await OfficeCookie.OfAsync(_service.Services, user.Login)}");
            foreach (var (pattern, address, _) in addresses.Where(one => Rights.May(user.Role, one.Needed) && !(isTheirs(user, one.Pattern) && one.Pattern.EndsWith(".pdf", StringComparison.Ordinal))))
            {
                using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
                if (answer.StatusCode != (isTheirs(user, pattern) ? HttpStatusCode.OK : HttpStatusCode.NotFound))
                {
                    wrong.Add($"{user.Login} {address} ({pattern}): {(int)answer.StatusCode}");
                }
            }
        }

        return wrong;
    }

    private async Task<IReadOnlyList<(string Pattern, string Address, Permission Needed)>> AddressesAsync()
    {
        var all = new List<(string, string, Permission)>();
        foreach (var (pattern, needed) in Named().Where(one => Rows.ContainsKey(one.Pattern)))
        {
            all.Add((pattern, await _service.Database.ReadAsync(db => db.FirstAsync(Rows[pattern], row => row.Text(0), Coffee)) ?? throw new InvalidOperationException(pattern), needed));
        }

        return all;
    }

    private IEnumerable<(string Pattern, Permission Needed)> Named() =>
        from endpoint in _service.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        let needs = endpoint.Metadata.GetMetadata<NeedsAttribute>()
        where needs is not null && endpoint.RoutePattern.Parameters.Count > 0 && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false
        select ("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), needs.Permission);
}
