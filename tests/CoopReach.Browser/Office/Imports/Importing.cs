using CoopReach.Browser.Office.Produce;
using CoopReach.Browser.Site;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Imports;

/// <summary>The secretary brings a list as lists really are into the registry, and takes it out again.</summary>
public sealed class Importing(OfficeSite site) : IClassFixture<OfficeSite>
{
    /// <summary>Names in one cell, a phone as a number, a village that is missing, somebody known under another number, and a row without a name.</summary>
    private const string List = """
        Nimero,Amazina,Telefoni,Igitsina,Umwaka w'amavuko,Akarere,Umurenge,Umudugudu
        {0}1,KEZA Aline,788123{0},F,1990,Nyamagabe,,
        {0}2,MUGABO Yves Patrick,+250 788 124 {0},M,1985,,,
        {0}3,Alice UWASE,,F,1960,,,
        {0}4,,788125{0},M,,,,
        """;

    [Theory]
    [InlineData(1280, "901")]
    [InlineData(360, "902")]
    public async Task A_real_list_is_tried_decided_written_and_taken_out(int width, string series)
    {
        var before = await CountAsync();
        await using var visit = await site.OpenAsync("secretary@twz.demo", width);
        await visit.GoAsync("/imports");
        await ChooseAsync(visit, List.Replace("{0}", series, StringComparison.Ordinal));
        await Expect(visit.Title).ToHaveTextAsync("list.csv: 1 row waits for you");
        await Expect(visit.Page.GetByText("The village is missing. Fill it in.").First).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("The name is missing. Fill it in.").First).ToBeVisibleAsync();
        Assert.Equal(before, await CountAsync());
        await visit.ShootAsync($"found-{width}");

        await visit.Page.GetByRole(AriaRole.Group, new() { Name = "Alice" }).GetByRole(AriaRole.Button, new() { Name = "Leave out" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Write 2 members" }).ClickAsync();
        await Expect(visit.Title).ToHaveTextAsync("list.csv is in the registry");
        Assert.Equal(before + 2, await CountAsync());
        await visit.ShootAsync($"written-{width}");

        await visit.GoAsync("/imports");
        await ChooseAsync(visit, List.Replace("{0}", series, StringComparison.Ordinal));
        await Expect(visit.Title).ToHaveTextAsync("list.csv is in the registry");
        Assert.Equal(before + 2, await CountAsync());

        await visit.Page.Locator("#f-confirm").FillAsync("2");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Take the whole list out" }).ClickAsync();
        await Expect(visit.Title).ToHaveTextAsync("list.csv is not in the registry");
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_in_a_sentence_before_it_is_read()
    {
        await using var visit = await site.OpenAsync("secretary@twz.demo");
        await visit.GoAsync("/imports");
        var file = new FileInfo(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv"));
        await using (var large = file.Create())
        {
            large.SetLength(200_000_000);
        }

        await visit.Page.Locator("#f-list").SetInputFilesAsync(file.FullName);
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The file is above 30 MB. Keep only the list of members in it, without pictures.");
        file.Delete();
    }

    [Fact]
    public async Task What_is_no_list_says_what_to_do()
    {
        await using var visit = await site.OpenAsync("secretary@twz.demo");
        await visit.GoAsync("/imports");
        await ChooseAsync(visit, "\0\0no list");
        await Expect(visit.Page.GetByText("This is no spreadsheet.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_registry_is_written_in_the_background_and_fetched_by_who_asked_for_it()
    {
        await using var visit = await site.OpenAsync("secretary@twz.demo");
        await visit.GoAsync("/imports");
        await visit.Page.Locator("#f-why").FillAsync("General assembly");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Write the spreadsheet" }).ClickAsync();
        var link = visit.Page.Locator("#out .job a");
        var address = await link.GetAttributeAsync("href");
        var own = await visit.Page.APIRequest.GetAsync(address!);
        Assert.Equal((200, "PK"), (own.Status, System.Text.Encoding.ASCII.GetString((await own.BodyAsync())[..2])));
    }

    private static async Task ChooseAsync(OfficeVisit visit, string list) => await visit.Page.Locator("#f-list").SetInputFilesAsync(
        new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(list) });

    private Task<long> CountAsync() => site.NumberAsync("select count(*) from memberships");
}
