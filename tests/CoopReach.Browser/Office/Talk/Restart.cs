using CoopReach.Browser.Site;
using CoopReach.Tests.Commands;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Talk;

/// <summary>The service is killed while somebody writes, and started again where it was.</summary>
[Collection(OfficeGroup.Name)]
public sealed class Restart(OfficeSite site) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coopreach-restart-");

    [Fact]
    public async Task What_is_typed_survives_a_restart_of_the_service_and_a_line_that_drops()
    {
        var (first, http) = await ServeAsync();
        await using var before = first;
        using var client = http;
        var context = await site.NewContextAsync(http.BaseAddress!);
        await context.AddCookiesAsync([new() { Name = "language", Value = "en", Url = http.BaseAddress!.ToString() }]);
        await using var visit = new OfficeVisit(await context.NewPageAsync());
        await visit.SignInAsync(Announcing.Secretary);
        await BeginAsync(visit);
        var path = new Uri(visit.Page.Url).PathAndQuery;
        await Text(visit).FillAsync("Inteko rusange");
        await Expect(visit.Page.GetByText("Draft saved")).ToBeVisibleAsync();

        await before.KillAsync();
        await Expect(visit.Page.Locator(".dropped")).ToBeVisibleAsync();
        await Text(visit).FillAsync("Inteko rusange ku wa 6");
        var (second, again) = await ServeAsync(http.BaseAddress);
        await using var after = second;
        using var unused = again;

        await using var elsewhere = new OfficeVisit(await context.NewPageAsync()) { StaysOpen = true };
        await elsewhere.GoAsync(path);
        await Expect(Text(elsewhere)).ToHaveValueAsync("Inteko rusange");

        await visit.GoAsync(path);
        await Expect(Text(visit)).ToHaveValueAsync("Inteko rusange ku wa 6");
        await Expect(visit.Page.Locator(".lcd")).ToContainTextAsync("Inteko rusange ku wa 6");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Check and send" }).ClickAsync();
        await Expect(visit.Page.GetByText("Inteko rusange ku wa 6").First).ToBeVisibleAsync();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task BeginAsync(OfficeVisit visit)
    {
        await visit.GoAsync("/broadcasts/new");
        await visit.Page.GetByLabel("Title (only the office sees it)").FillAsync("Assembly");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Continue: text" }).ClickAsync();
        await Expect(Text(visit)).ToBeVisibleAsync();
    }

    private static ILocator Text(OfficeVisit visit) => visit.Page.GetByLabel("Kinyarwanda");

    /// <summary>On its own database, at the address it had.</summary>
    private Task<(Product Product, HttpClient Http)> ServeAsync(Uri? address = null) => Product.ServeAsync(
        new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__CoopReach"] = $"Data Source={Path.Combine(_folder.FullName, "coopreach.db")}",
            ["Secrets__Pepper"] = "a pepper for tests only, and public",
        },
        address?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0");
}
