using System.Net;
using CoopReach.Booklets;
using CoopReach.Money;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Booklets;

/// <summary>What anybody sees who holds a paper, over real HTTP.</summary>
public sealed class PaperPageTests
{
    private static readonly string[] Personal = ["Uwase", "Alice", "Habimana", "Jean", "0788", "788000", "0101", "0102"];

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_statement_is_known_until_the_book_changes(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var press = await Press.OpenAsync(service.Database);
        var statement = await service.Services.GetRequiredService<IssueStatement>()
            .RunAsync(press.Secretary, await press.MemberAsync("0101"), Press.Season, null, CancellationToken.None);
        using var http = service.CreateClient();

        var said = await http.GetStringAsync(new Uri($"/v/{statement.Code}?lang=en", UriKind.Relative));
        Assert.Contains("84,500 Frw", said, StringComparison.Ordinal);
        Assert.Contains("The book says the same", said, StringComparison.Ordinal);
        Assert.Contains("ends in 01", said, StringComparison.Ordinal);
        Assert.All(Personal, word => Assert.DoesNotContain(word, said.Replace(statement.Code, "", StringComparison.Ordinal), StringComparison.Ordinal));

        var order = await service.Database.NumberAsync("select id from purchase_orders where number = 4471 and cooperative_id = $1", press.Secretary.CooperativeId);
        await new PayCash(service.Database.Store, service.Services.GetRequiredService<SettlePayment>(), service.Clock)
            .RunAsync(press.Secretary, new(order, 1, "V1"), CancellationToken.None);
        var after = await http.GetStringAsync(new Uri($"/v/{statement.Code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()}?lang=fr", UriKind.Relative));
        Assert.Contains("Le livre a changé depuis", after, StringComparison.Ordinal);
        Assert.Contains("84 500 Frw", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_needs_its_cooperative_number_and_code_together()
    {
        await using var service = await Service.StartAsync();
        using var http = service.CreateClient();
        var code = await CodeAsync(service.Database, 4471);

        var said = await http.GetStringAsync(new Uri($"/v/TWZ-4471-{code}?lang=en", UriKind.Relative));
        Assert.Contains("42.5 kg", said, StringComparison.Ordinal);
        Assert.Contains("It stands, not paid yet", said, StringComparison.Ordinal);
        Assert.All(Personal, word => Assert.DoesNotContain(word, said, StringComparison.Ordinal));

        foreach (var wrong in new[] { code, $"TWZ-4470-{code}", $"ABH-4471-{code}", "TWZ-4471-2222", "TWZ-4471" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri($"/v/{wrong}", UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task What_became_of_an_order_is_said()
    {
        await using var service = await Service.StartAsync();
        using var http = service.CreateClient();
        var orders = await service.Database.ReadAsync(db => db.AllAsync(
            "select o.number, o.code from purchase_orders o join memberships m on m.id = o.membership_id join cooperatives c on c.id = m.cooperative_id where c.code = 'TWZ' and m.number in ('0101', '0102') limit 12",
            row => $"TWZ{row.Number(0)}{row.Text(1)}"));
        var said = "";
        foreach (var order in orders)
        {
            said += await http.GetStringAsync(new Uri($"/v/{order}?lang=en", UriKind.Relative));
        }

        Assert.Contains(">Contested<", said, StringComparison.Ordinal);
        Assert.Contains(">Part paid<", said, StringComparison.Ordinal);
        Assert.Contains(">Paid<", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_is_known_with_and_without_its_strokes()
    {
        await using var service = await Service.StartAsync();
        using var http = service.CreateClient();

        foreach (var written in new[] { "RCA/0031/2017", "rca-0031-2017" })
        {
            Assert.Contains("Union of Cooperatives Nyungwe", await http.GetStringAsync(new Uri($"/v/{written}", UriKind.Relative)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unknown_paper_is_a_polite_404_that_keeps_and_loads_nothing()
    {
        await using var service = await Service.StartAsync();
        using var http = service.CreateClient();
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de, fr;q=0.8, en;q=0.5");
        using var answer = await http.GetAsync(new Uri("/v/%3Cscript%3E%22", UriKind.Relative));
        var said = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Nous ne connaissons pas ce papier", said, StringComparison.Ordinal);
        Assert.Contains("*384*2667*12#", said, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", said, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_guesses_is_slowed_down()
    {
        await using var service = await Service.StartAsync();
        using var http = service.CreateClient();
        var statuses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 24; guess++)
        {
            using var answer = await http.GetAsync(new Uri($"/v/TWZ4471{2222 + guess}", UriKind.Relative));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.4", false)]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_household_is_one_guesser(string one, string other, bool same) =>
        Assert.Equal(same, PaperPace.NetworkOf(IPAddress.Parse(one)) == PaperPace.NetworkOf(IPAddress.Parse(other)));

    internal static Task<string?> CodeAsync(TestDatabase database, long number) => database.ReadAsync(db => db.FirstAsync(
        "select o.code from purchase_orders o join cooperatives c on c.id = o.cooperative_id where c.code = 'TWZ' and o.number = $1", row => row.Text(0), number));
}
