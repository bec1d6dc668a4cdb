using CoopReach.Browser.Site;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Produce;

/// <summary>Two people put an order right: the secretary asks, the manager approves.</summary>
public sealed class Correcting(OfficeSite site) : IClassFixture<OfficeSite>
{
    [Theory]
    [InlineData(1280, 4471)]
    [InlineData(360, 4470)]
    public async Task The_secretary_asks_and_the_manager_takes_it_back_with_another_in_its_place(int width, int number)
    {
        var id = await site.NumberAsync($"select id from purchase_orders where number = {number}");
        await using (var secretary = await site.OpenAsync("secretary@twz.demo", width))
        {
            await secretary.GoAsync($"/orders/{id}");
            await secretary.Page.GetByText("Ask for a correction").ClickAsync();
            await secretary.Page.Locator("#f-gross").FillAsync("45.5");
            await secretary.Page.Locator("#f-tare").FillAsync("0.8");
            await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Ask for it" }).ClickAsync();
            await Expect(secretary.Page.GetByText("It waits for the manager.")).ToBeVisibleAsync();
        }

        await using var manager = await site.OpenAsync("manager@twz.demo", width);
        await manager.GoAsync($"/orders/{id}");
        var approve = manager.Page.GetByRole(AriaRole.Button, new() { Name = $"Take back order {number}" });
        await Expect(approve).ToBeDisabledAsync();
        await manager.ShootAsync($"asked-{width}");
        await manager.Page.Locator("#f-confirm").FillAsync($"{number}");
        await approve.ClickAsync();

        await Expect(manager.Page.GetByText("stands instead. The member gets an SMS.")).ToBeVisibleAsync();
        await Expect(manager.Page.Locator(".head .chip")).ToHaveTextAsync("Taken back");
        Assert.Equal(1, await site.NumberAsync($"select count(*) from purchase_orders where replaces_id = {id} and net_grams = 44700"));
        await manager.ShootAsync($"corrected-{width}");
    }
}
