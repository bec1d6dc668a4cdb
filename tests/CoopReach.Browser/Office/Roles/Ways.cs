using System.Text.RegularExpressions;
using CoopReach.Browser.Site;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Roles;

/// <summary>How somebody finds the way: by what stands on the page, and by no address.</summary>
internal static class Ways
{
    /// <summary>By the rail, or by the tabs of a phone and what is behind "More".</summary>
    public static async Task WalkToAsync(this OfficeVisit visit, string place)
    {
        var link = $".rail a[href='{place}']:visible, .tabs a[href='{place}']:visible";
        if (await visit.Page.Locator(link).CountAsync() == 0)
        {
            await visit.FollowAsync(".tabs a[href='/more']");
            link = $".places a[href='{place}']";
        }

        await visit.FollowAsync(link);
    }

    /// <summary>By a link, until the other page is there: then its title has the focus.</summary>
    public static async Task FollowAsync(this OfficeVisit visit, string link)
    {
        await visit.Title.EvaluateAsync("title => title.dataset.left = 'yes'");
        await visit.Page.Locator(link).ClickAsync();
        await Expect(visit.Page.Locator("h1:not([data-left])")).ToBeFocusedAsync();
    }

    /// <summary>Whether there is a way at all: in the rail, or behind "More".</summary>
    public static Task HasNoWayToAsync(this OfficeVisit visit, string place) =>
        Expect(visit.Page.Locator($".rail a[href='{place}'], .tabs a[href='{place}'], .places a[href='{place}']")).ToHaveCountAsync(0);

    /// <summary>Types into the search of the list and opens what it found.</summary>
    public static async Task FindAsync(this OfficeVisit visit, string text, string link)
    {
        await visit.Page.Locator("main .find input").FillAsync(text);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("[?]q="));
        await visit.FollowAsync($".list a[href='{link}']");
    }

    /// <summary>The log narrowed to what one did on one thing.</summary>
    public static async Task NarrowAsync(this OfficeVisit visit, string who, string on)
    {
        await visit.Page.Locator("details.narrow summary").ClickAsync();
        await visit.Page.GetByLabel("Who", new() { Exact = true }).FillAsync(who);
        await visit.Page.GetByLabel("On what").FillAsync(on);
        await visit.PressAsync("Show");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("[?]who="));
    }

    /// <summary>From the log to the check of the records, until it ends.</summary>
    public static async Task CheckAsync(this OfficeVisit visit)
    {
        await visit.FollowAsync("main a[href='/audit/check']");
        await visit.PressAsync("Check now");
        await Expect(visit.Page.Locator(".job progress").Or(visit.Page.Locator(".job [role=status]"))).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".job [role=status]")).ToContainTextAsync("all as they were written.");
        await Expect(visit.Page.Locator(".ledger tbody .chip.hill").First).ToHaveTextAsync("Intact");
        await Expect(visit.Page.Locator(".ledger .chip.cherry")).ToHaveCountAsync(0);
    }

    public static Task PressAsync(this OfficeVisit visit, string button) =>
        visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
