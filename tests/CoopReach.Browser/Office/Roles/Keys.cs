using Microsoft.Playwright;

namespace CoopReach.Browser.Office.Roles;

/// <summary>Somebody without a mouse: presses keys, and sees at each stop of the Tab key where they are.</summary>
internal sealed class Keys(IPage page)
{
    private const int Most = 150;

    /// <summary>What has the focus, what is wrong with how it shows, and whether it is what was looked for. Of what is taller than half the window it is the beginning.</summary>
    private const string Look = """
        what => {
          const at = document.activeElement;
          if (!at || at === document.body) return ["", "", ""];
          const name = `${at.tagName.toLowerCase()} ${at.id || at.getAttribute("href") || at.getAttribute("aria-label") || at.textContent.trim().slice(0, 40)}`;
          const all = at.getClientRects()[0] ?? at.getBoundingClientRect(), tall = all.height > innerHeight / 2;
          const box = tall ? new DOMRect(all.x, Math.max(all.y, 0), all.width, 100) : all;
          const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          const marked = one => { const s = getComputedStyle(one); return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2; };
          const wrong = box.width === 0 || box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1 ? `out of sight at ${box.x},${box.y} ${box.width}x${box.height}`
            : !over || !at.contains(over) && !over.contains(at) && !at.labels?.[0]?.contains(over) ? `under ${over?.outerHTML.slice(0, 60)}`
            : ![at, at.parentElement, at.parentElement?.parentElement].some(one => one && marked(one)) ? "not marked" : "";
          return [name, wrong, at.matches(what) ? "yes" : ""];
        }
        """;

    /// <summary>One key, and where it led.</summary>
    public async Task<(string Name, bool IsThere)> StepAsync(string key = "Tab", string what = "*")
    {
        await page.Keyboard.PressAsync(key);
        var (name, wrong, isThere) = await page.EvaluateAsync<string[]>(Look, what) is [var a, var b, var c] ? (a, b, c) : ("", "", "");
        Assert.True(wrong.Length == 0, $"{page.Url}, {page.ViewportSize!.Width}: {name} is {wrong}");
        return (name, isThere.Length > 0);
    }

    /// <summary>Stop after stop, until it is reached.</summary>
    public async Task GoToAsync(string what, string key = "Tab")
    {
        for (var steps = 0; steps < Most; steps++)
        {
            if ((await StepAsync(key, what)).IsThere)
            {
                return;
            }
        }

        Assert.Fail($"No {key} reaches {what} on {page.Url}.");
    }

    public async Task GoAndPressAsync(string what, string key = "Enter", string by = "Tab")
    {
        await GoToAsync(what, by);
        await PressAsync(key);
    }

    public async Task GoAndTypeAsync(string what, string text)
    {
        await GoToAsync(what);
        await TypeAsync(text);
    }

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>All the way through the page, until the key leaves it.</summary>
    /// <returns>How many stops there were.</returns>
    public async Task<int> LeaveAsync()
    {
        var first = (await StepAsync()).Name;
        for (var stops = 1; stops < Most; stops++)
        {
            if ((await StepAsync()).Name is var name && (name.Length == 0 || name == first))
            {
                return stops;
            }
        }

        Assert.Fail($"No Tab leaves {page.Url}.");
        return 0;
    }
}
