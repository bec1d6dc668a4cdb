using CoopReach.Browser.Site;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Payments;

/// <summary>The pages of payments and disputes, with something on each: readable for everybody, on a phone and in the dark.</summary>
public sealed class MoneyPages : IClassFixture<OfficeSite>, IAsyncLifetime
{
    private readonly OfficeSite _site;
    private readonly PayDay _day;

    public MoneyPages(OfficeSite site) => (_site, _day) = (site, new PayDay(site));

    /// <summary>A name of the page, its address, and who has most to see there.</summary>
    public static TheoryData<string, string, string> Pages => new()
    {
        { "payments", "/payments", PayDay.Accountant },
        { "payments-manager", "/payments", PayDay.Manager },
        { "payments-new", "/payments/new", PayDay.Accountant },
        { "batch-waits", "/payments/{waits}", PayDay.Manager },
        { "batch-part", "/payments/{part}", PayDay.Accountant },
        { "payment", "/payments/{part}/{payment}", PayDay.Accountant },
        { "file", "/payments/file", PayDay.Accountant },
        { "desk", "/payments/desk", PayDay.Accountant },
        { "loans", "/payments/loans", PayDay.Accountant },
        { "disputes", "/disputes", "secretary@twz.demo" },
        { "dispute-weight", "/disputes/D-0001", "secretary@twz.demo" },
        { "dispute-missing", "/disputes/D-0002", "secretary@twz.demo" },
        { "disputes-officer", "/disputes", "sector@rca.demo" },
        { "dispute-officer", "/disputes/TWZ-D-0003", "sector@rca.demo" },
    };

    public async Task InitializeAsync()
    {
        if (await _day.NumberAsync("select count(*) from loan_requests where number = 'L-901'") == 0)
        {
            var part = await _day.PrepareAsync();
            await _day.ApproveAsync(part);
            await _day.SettleAsync(part, "paid", "unknown", "failed", "failed");
            await _day.PrepareAsync();
            await _day.SettleAsync(part, "paid", "unknown", "failed", "failed", "failed");
            await _day.ComplainAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_readable_in_every_language_on_a_phone_and_in_the_dark(string name, string path, string login)
    {
        var address = await FillAsync(path);
        foreach (var (width, theme, language) in Sights.Of(name))
        {
            await using var visit = await _site.OpenAsync(login, width, theme, language);
            await visit.GoAsync(address);
            await Expect(visit.Page.Locator("main a[href='']")).ToHaveCountAsync(0);
            await visit.FitsAsync();
            await visit.AxeFindsNothingAsync();
            Assert.Empty(visit.Complaints);
            await visit.ShootAsync($"{name}-{width}-{theme}-{language}".ToLowerInvariant());
        }
    }

    private async Task<string> FillAsync(string path)
    {
        var part = await _day.NumberAsync("select min(p.batch_id) from payments p join payment_events e on e.payment_id = p.id where e.kind = 'unknown'");
        return path
            .Replace("{waits}", $"{await _day.NumberAsync("select max(id) from payment_batches where cooperative_id = 2")}", StringComparison.Ordinal)
            .Replace("{part}", $"{part}", StringComparison.Ordinal)
            .Replace("{payment}", $"{await _day.NumberAsync("select min(payment_id) from payment_events where kind = 'unknown'")}", StringComparison.Ordinal);
    }
}
