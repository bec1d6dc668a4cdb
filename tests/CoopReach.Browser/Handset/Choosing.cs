using CoopReach.Browser.Site;

namespace CoopReach.Browser.Handset;

/// <summary>Whose phone it is, however many people the demo has.</summary>
[Collection(HandsetGroup.Name)]
public sealed class Choosing(HandsetSite site)
{
    private const string Covered = """
        () => {
            const shown = [...document.querySelectorAll('.choose label')].filter(label => label.offsetParent !== null);
            const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
            return shown.filter(one => shown.some(other => other !== one && meet(one.getBoundingClientRect(), other.getBoundingClientRect())))
                .map(label => label.innerText);
        }
        """;

    [Theory]
    [InlineData(1280)]
    [InlineData(1000)]
    [InlineData(360)]
    public async Task Nobody_is_covered_by_another(int width)
    {
        await using var visit = await site.OpenAsync(width: width);
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Covered));
    }
}
