using CoopReach.Browser.Site;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Produce;

/// <summary>The accountant announces a price.</summary>
public sealed class Pricing(OfficeSite site) : IClassFixture<OfficeSite>
{
    [Theory]
    [InlineData(1280, "620")]
    [InlineData(360, "640")]
    public async Task The_accountant_announces_a_price_and_members_can_see_it(int width, string francs)
    {
        await using var visit = await site.OpenAsync("accountant@twz.demo", width);
        await visit.GoAsync("/prices");
        await FillAsync(visit, francs);
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Announce the price" }).ClickAsync();

        await Expect(visit.Page.GetByText("Announced. It holds from")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#f-francs")).ToHaveValueAsync("");
        await Expect(visit.Page.Locator("#main table.ledger")).ToContainTextAsync($"{francs} from");
        Assert.Equal(1, await site.NumberAsync($"select count(*) from prices where unit_price = {francs} and actor = 'staff:accountant@twz.demo'"));
        await visit.ShootAsync($"priced-{width}");
    }

    [Theory]
    [InlineData("620", 0, "Let it start tomorrow or later.")]
    [InlineData("400", 1, "The price may not be below 480 Frw (NAEB, Notice 3).")]
    [InlineData("99999999", 1, "A price is between 1 and")]
    public async Task A_price_that_may_not_be_is_refused_in_a_sentence_and_stays_typed(string francs, int daysOn, string sentence)
    {
        var before = await site.NumberAsync("select count(*) from prices");
        await using var visit = await site.OpenAsync("accountant@twz.demo");
        await visit.GoAsync("/prices");
        await FillAsync(visit, francs);
        await visit.Page.Locator("#f-from").FillAsync(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(2).DateTime).AddDays(daysOn).ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Announce the price" }).ClickAsync();

        await Expect(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync(sentence);
        await Expect(visit.Page.Locator("#f-francs")).ToHaveValueAsync(francs);
        await Expect(visit.Page.Locator("#f-notice")).ToHaveValueAsync("Decision 14");
        Assert.Equal(before, await site.NumberAsync("select count(*) from prices"));
    }

    [Fact]
    public async Task Who_may_not_set_prices_is_shown_no_form()
    {
        await using var visit = await site.OpenAsync("secretary@twz.demo");
        await visit.GoAsync("/prices");
        await Expect(visit.Page.Locator("#announce")).ToHaveCountAsync(0);
    }

    private static async Task FillAsync(OfficeVisit visit, string francs)
    {
        await visit.Page.Locator("#f-francs").FillAsync(francs);
        await visit.Page.Locator("#f-authority").FillAsync("Board of TWZ");
        await visit.Page.Locator("#f-notice").FillAsync("Decision 14");
    }
}
