using CoopReach.Audit;
using CoopReach.Browser.Site;
using CoopReach.Imports;
using Microsoft.Playwright;

namespace CoopReach.Browser.Office.Produce;

/// <summary>How deliveries, prices, days and lists look, with a day that went wrong and a list that waits.</summary>
public sealed class ProducePages(OfficeSite site) : IClassFixture<OfficeSite>, IAsyncLifetime
{
    private const string List = "No;Amazina;Telefoni;Umwaka w'amavuko\n0901;KEZA Aline;788123456;1990\n0902;UWASE Alice;;1960\n0903;;;\n0904;MUGABO Yves;12;1985\n";

    private long _batch;
    private long _foreign;

    public async Task InitializeAsync()
    {
        var staff = new Staff(await NumberAsync("select id from cooperatives where code = 'TWZ'"), "staff:secretary@twz.demo");
        _batch = await site.Get<ReadList>().RunAsync(staff, "abanyamuryango-2026.csv", System.Text.Encoding.UTF8.GetBytes(List), CancellationToken.None);
        var maize = new Staff(await NumberAsync("select id from cooperatives where code = 'ABH'"), "staff:manager@abh.demo");
        _foreign = await site.Get<ReadList>().RunAsync(maize, "abahinzi.csv", System.Text.Encoding.UTF8.GetBytes(List), CancellationToken.None);
        if (await NumberAsync("select count(*) from collector_days") == 0)
        {
            await site.WriteDaysAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("orders", "/orders", "manager@twz.demo")]
    [InlineData("order", "/orders/TWZ{0}", "secretary@twz.demo")]
    [InlineData("prices", "/prices", "accountant@twz.demo")]
    [InlineData("days", "/days", "supervisor@twz.demo")]
    [InlineData("day", "/days/{1}", "supervisor@twz.demo")]
    [InlineData("imports", "/imports", "secretary@twz.demo")]
    [InlineData("import", "/imports/{2}", "secretary@twz.demo")]
    [InlineData("orders-inspector", "/orders?state=unpaid", "inspector@rca.demo")]
    public async Task Every_page_is_readable_for_everybody_fits_and_asks_no_other_host(string name, string path, string login)
    {
        var order = await site.TextAsync("select '4471' || code from purchase_orders where number = 4471");
        var day = await NumberAsync("select id from collector_days where kind = 'opened' order by day limit 1");
        var address = path.Replace("{0}", order, StringComparison.Ordinal).Replace("{1}", $"{day}", StringComparison.Ordinal).Replace("{2}", $"{_batch}", StringComparison.Ordinal);
        foreach (var (width, theme, language) in Sights.Of(name))
        {
            await using var visit = await site.OpenAsync(login, width, theme, language);
            await visit.GoAsync(address);
            Assert.NotEqual(0, await visit.Page.Locator("#main .list, #main .ledger, #main .card").CountAsync());
            await visit.ShootAsync($"{name}-{width}-{theme}".ToLowerInvariant());
            await visit.FitsAsync();
            await visit.AxeFindsNothingAsync();
            Assert.Empty(visit.Complaints);
            Assert.All(visit.Requests, request => Assert.Equal(site.Product.Address.Authority, request.Authority));
        }
    }

    [Theory]
    [InlineData("/orders/999999", "manager@twz.demo")]
    [InlineData("/orders/ABH{0}", "manager@twz.demo")]
    [InlineData("/days/{1}", "manager@abh.demo")]
    [InlineData("/orders/TWZ{2}", "manager@abh.demo")]
    [InlineData("/imports/{3}", "secretary@twz.demo")]
    public async Task What_is_of_another_cooperative_is_not_there(string path, string login)
    {
        var maize = await site.TextAsync("select o.number || o.code from purchase_orders o join cooperatives c on c.id = o.cooperative_id where c.code = 'ABH' limit 1");
        var coffee = await site.TextAsync("select '4471' || code from purchase_orders where number = 4471");
        var day = await NumberAsync("select id from collector_days where kind = 'opened' limit 1");
        await using var visit = await site.OpenAsync(login);
        await visit.GoAsync(path.Replace("{0}", maize, StringComparison.Ordinal).Replace("{1}", $"{day}", StringComparison.Ordinal).Replace("{2}", coffee, StringComparison.Ordinal)
            .Replace("{3}", $"{_foreign}", StringComparison.Ordinal));

        await Assertions.Expect(visit.Title).ToHaveTextAsync("There is no such page");
    }

    [Fact]
    public async Task The_findings_of_a_list_are_fetched_by_its_own_cooperative_alone()
    {
        await using var visit = await site.OpenAsync("secretary@twz.demo");
        var (own, foreign) = (await visit.Page.APIRequest.GetAsync($"/imports/{_batch}/findings.xlsx"), await visit.Page.APIRequest.GetAsync($"/imports/{_foreign}/findings.xlsx"));

        Assert.Equal((200, 404), (own.Status, foreign.Status));
        Assert.Empty(await foreign.BodyAsync());
    }

    [Fact]
    public async Task The_paper_of_an_order_is_printed_for_its_own_cooperative_alone()
    {
        var id = await NumberAsync("select id from purchase_orders where number = 4471");
        var maize = await NumberAsync("select o.id from purchase_orders o join cooperatives c on c.id = o.cooperative_id where c.code = 'ABH' limit 1");
        await using var visit = await site.OpenAsync("secretary@twz.demo");
        var (own, foreign) = (await visit.Page.APIRequest.GetAsync($"/orders/{id}/paper.pdf"), await visit.Page.APIRequest.GetAsync($"/orders/{maize}/paper.pdf"));

        Assert.Equal((200, "%PDF", 404), (own.Status, System.Text.Encoding.ASCII.GetString((await own.BodyAsync())[..4]), foreign.Status));
    }

    private Task<long> NumberAsync(string sql) => site.NumberAsync(sql);
}
