using CoopReach.Browser.Site;

namespace CoopReach.Browser.Office.Talk;

/// <summary>The pages of announcements and messages, with something on each: readable for everybody, on a phone and in the dark.</summary>
public sealed class TalkPages : IClassFixture<OfficeSite>
{
    private const string Long = "Inama rusange izaba ku wa gatandatu saa tatu za mu gitondo ku biro bya koperative. Ibyigwa: ubwasisi na raporo ya 2025. Uzaze witwaje ikarita n'agatabo kawe, {{name}}.";

    private readonly OfficeSite _site;
    private readonly Announcing _talk;

    public TalkPages(OfficeSite site) => (_site, _talk) = (site, new Announcing(site));

    /// <summary>A name of the page, its address, and who has most to see there.</summary>
    public static TheoryData<string, string, string> Pages => new()
    {
        { "messages", "/messages", Announcing.Manager },
        { "message", "/messages/{unknown}", Announcing.Secretary },
        { "broadcasts", "/broadcasts", Announcing.Secretary },
        { "broadcast-new", "/broadcasts/new?to=0101", Announcing.Secretary },
        { "broadcast-who", "/broadcasts/{draft}?step=who", Announcing.Secretary },
        { "broadcast-text", "/broadcasts/{draft}?step=text", Announcing.Secretary },
        { "broadcast-when", "/broadcasts/{draft}?step=when", Announcing.Secretary },
        { "broadcast-check", "/broadcasts/{draft}?step=check", Announcing.Secretary },
        { "broadcast-planned", "/broadcasts/{planned}", Announcing.Secretary },
        { "broadcast-waits", "/broadcasts/{waiting}", Announcing.Manager },
        { "broadcast-done", "/broadcasts/{done}", Announcing.Secretary },
        { "broadcast-not-reached", "/broadcasts/{done}/not-reached", Announcing.Secretary },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Are_readable_for_everybody_on_a_phone_and_in_the_dark(string name, string path, string login)
    {
        path = await FilledAsync(path);
        foreach (var (width, theme, language) in Sights.Of(name))
        {
            await using var visit = await _site.OpenAsync(login, width, theme, language);
            await visit.GoAsync(path);
            await visit.ShootAsync($"{name}-{width}-{theme}".ToLowerInvariant());
            await visit.FitsAsync();
            await visit.AxeFindsNothingAsync();
            Assert.Empty(visit.Complaints);
        }
    }

    private async Task<string> FilledAsync(string path)
    {
        var id = path switch
        {
            _ when path.Contains("{unknown}", StringComparison.Ordinal) => await _talk.UnknownAsync(),
            _ when path.Contains("{draft}", StringComparison.Ordinal) => await _talk.DraftAsync(Long, "Assemblée générale: apportez le dernier reçu."),
            _ when path.Contains("{planned}", StringComparison.Ordinal) => await _talk.PlannedAsync(),
            _ when path.Contains("{waiting}", StringComparison.Ordinal) => await _talk.WaitingAsync(),
            _ => await _talk.DoneAsync(),
        };

        return System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}", $"{id}");
    }
}
