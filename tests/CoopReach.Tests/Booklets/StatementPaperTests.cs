using CoopReach.Booklets;
using CoopReach.Engine;
using CoopReach.Tests.Data;
using Xunit.Abstractions;

namespace CoopReach.Tests.Booklets;

/// <summary>The paper: what it says in three languages, that nothing runs in it, and that it prints.</summary>
public sealed class StatementPaperTests(ITestOutputHelper output)
{
    /// <summary>Set it to a folder, and the papers of these tests are left there to be looked at.</summary>
    private static readonly string? Kept = Environment.GetEnvironmentVariable("COOPREACH_KEEP_PAPERS");

    [Theory]
    [InlineData(Language.Kinyarwanda, "84,500 Frw")]
    [InlineData(Language.English, "84,500 Frw")]
    [InlineData(Language.French, "84 500 Frw")]
    public async Task A_PDF_says_the_totals_and_its_QR_code_leads_to_its_check(Language language, string owed)
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(Provider.Sqlite);
        await demo.ExecuteAsync("update people set family_name = 'Nsengiyumvabanzabanza', given_names = 'Marie-Immaculee Uwamahoro Jeanne d''Arc' where family_name = 'Uwase'");
        await demo.ExecuteAsync("update cooperatives set name = 'Koperative y''abahinzi n''aborozi ba kawa bo mu Murenge wa Gasaka' where code = 'TWZ'");
        var statement = await (await Press.OpenAsync(demo)).IssueAsync("0101", language: language);
        var pdf = await Press.Printer.PrintAsync(statement.Html, CancellationToken.None);
        await KeepAsync(pdf, language.Code());
        var text = await Press.TextOfAsync(pdf);

        Assert.Contains(owed, text, StringComparison.Ordinal);
        Assert.Contains(statement.Code, text, StringComparison.Ordinal);
        Assert.Contains("Nsengiyumvabanzabanza", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\[[a-z]+\.[a-z.-]+\]", text);
        Assert.Equal($"https://coop.example/v/{statement.Code}", await QrOfAsync(pdf));
    }

    [Theory]
    [InlineData(Language.Kinyarwanda, "Amasezerano y'inguzanyo L-118", "Inteko rusange, icyemezo cya 7")]
    [InlineData(Language.English, "Loan contract L-118", "General Assembly, decision 7")]
    [InlineData(Language.French, "Contrat de prêt L-118", "Assemblée générale, décision 7")]
    public async Task By_whose_decision_something_is_taken_off_is_said_in_the_language_of_the_paper(Language language, string contract, string decision)
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(Provider.Sqlite);
        var press = await Press.OpenAsync(demo);
        var pdf = await Press.Printer.PrintAsync((await press.IssueAsync("0101", language: language)).Html, CancellationToken.None);
        var text = await Press.TextOfAsync(pdf);

        Assert.Contains(contract, text, StringComparison.Ordinal);
        Assert.Contains(decision, text, StringComparison.Ordinal);
        Assert.Equal(language == Language.English, text.Contains("General Assembly", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("General Assembly of 2024")]
    [InlineData("Loan contract")]
    [InlineData("Board, decision 3 <b>")]
    public async Task An_authority_of_no_known_kind_is_printed_as_it_is_stored(string authority)
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(Provider.Sqlite);
        var press = await Press.OpenAsync(demo);
        await press.AddOrdersAsync("0101", 1, authority);
        var html = (await press.IssueAsync("0101", language: Language.French)).Html;

        Assert.Contains($"<td>{System.Net.WebUtility.HtmlEncode(authority)}</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_thousand_orders_print_with_their_heads_repeated_and_their_totals_on_the_last_page()
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(Provider.Sqlite);
        var press = await Press.OpenAsync(demo);
        await press.AddOrdersAsync("0101", 3_000);
        var statement = await press.IssueAsync("0101", new(new(2020, 1, 1), new(2026, 12, 31)), Language.English);
        var pdf = await Press.Printer.PrintAsync(statement.Html, CancellationToken.None);
        await KeepAsync(pdf, "3000");
        var pages = (await Press.TextOfAsync(pdf)).TrimEnd('\f').Split('\f');
        output.WriteLine($"{pages.Length} pages, {pdf.Length} bytes");

        Assert.Contains($"{pages.Length} / {pages.Length}", pages[^1], StringComparison.Ordinal);
        Assert.Contains($"{statement.Facts.Owed:N0} Frw", pages[^1], StringComparison.Ordinal);
        Assert.All(pages[..(pages.Length / 2)], page => Assert.Contains("Taken off", page, StringComparison.Ordinal));
        Assert.All(pages[1..], page => Assert.Contains("Twitezimbere Coffee Cooperative, 0101", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_runs_nothing_in_the_page()
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(Provider.Sqlite);
        await demo.ExecuteAsync("update people set family_name = '</style><script>x</script>\"}' where family_name = 'Uwase'");
        await demo.ExecuteAsync("update cooperatives set name = '</style><script>y</script>\"}' where code = 'TWZ'");
        var html = (await (await Press.OpenAsync(demo)).IssueAsync("0101")).Html;

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Single(html.Split("</style>")[1..]);
        Assert.DoesNotMatch("(src|href)=\"?http", html);
    }

    [Theory]
    [InlineData("", "Production", false)]
    [InlineData("http://localhost:5080", "Production", false)]
    [InlineData("http://localhost:5080", "Development", true)]
    [InlineData("https://coop.example/", "Production", true)]
    public void A_paper_carries_no_address_that_leads_nowhere(string publicUrl, string environment, bool known) =>
        Assert.Equal(known ? $"{publicUrl.TrimEnd('/')}/v/X" : null, Press.Address(publicUrl, environment).OfPaper("X"));

    [Fact]
    public void An_address_that_is_none_stops_the_start() => Assert.Throws<SettingException>(() => Press.Address("coop.example"));

    [Fact]
    public async Task Without_an_address_the_paper_says_what_to_dial()
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(Provider.Sqlite);
        var html = (await (await Press.OpenAsync(demo)).IssueAsync("0101", publicUrl: "")).Html;

        Assert.DoesNotContain("class=\"qr\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", html, StringComparison.Ordinal);
        Assert.Contains("*384*2667*12#", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Chromium_an_error_says_what_to_do_and_a_slow_one_is_ended()
    {
        var missing = new PdfPrinter(Press.Settings("", "/nowhere/chromium"));
        var why = await Assert.ThrowsAsync<NoPdfException>(() => missing.PrintAsync("<p>", CancellationToken.None));
        Assert.Contains("Pdf:Chromium", why.Message, StringComparison.Ordinal);

        var slow = new PdfPrinter(Press.Settings("")) { Patience = TimeSpan.FromMilliseconds(5) };
        await Assert.ThrowsAsync<NoPdfException>(() => slow.PrintAsync("<p>", CancellationToken.None));
    }

    private static async Task KeepAsync(byte[] pdf, string name)
    {
        if (Kept is not null)
        {
            await File.WriteAllBytesAsync(Path.Combine(Kept, $"statement-{name}.pdf"), pdf);
        }
    }

    /// <summary>As a phone's camera would: from the page as a picture.</summary>
    private static async Task<string> QrOfAsync(byte[] pdf)
    {
        var picture = Path.Combine(Path.GetTempPath(), $"coopreach-{Guid.NewGuid():N}");
        await Press.AskAsync(pdf, "pdf", "pdftoppm", file => ["-png", "-r", "150", file, picture]);
        var pages = Directory.GetFiles(Path.GetTempPath(), $"{Path.GetFileName(picture)}*.png").Order().ToList();
        var last = await File.ReadAllBytesAsync(pages[^1]);
        pages.ForEach(File.Delete);

        return (await Press.AskAsync(last, "png", "zbarimg", file => ["--raw", "-q", file])).Trim();
    }
}
