using System.Globalization;
using System.IO.Compression;
using CoopReach.Browser.Site;
using CoopReach.Tests.Commands;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace CoopReach.Browser.Office;

/// <summary>What the office costs: bytes over a slow line, and memory of the one machine that serves a district.</summary>
[Collection(OfficeGroup.Name)]
public sealed class Weight(OfficeSite site, ITestOutputHelper output)
{
    private const int LightEnough = 350 * 1024;
    private const int SmallEnough = 500;

    private static int Pages => Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 200 : 12;

    [Fact]
    public async Task The_first_page_comes_over_a_slow_line()
    {
        await using var visit = await site.OpenAsync("manager@twz.demo", width: 360);
        var answers = new List<IResponse>();
        visit.Page.Response += (_, answer) => answers.Add(answer);
        await visit.GoAsync("/");
        var sizes = await Task.WhenAll(answers.ToList().Where(answer => answer.Status == 200).Select(async answer => (answer.Url, Size: await SizeAsync(answer))));

        foreach (var (url, size) in sizes)
        {
            output.WriteLine($"{size,8} {url}");
        }

        Assert.Contains(sizes, one => one.Url.Contains("blazor.web", StringComparison.Ordinal));
        // A published product has files of packages compressed under their plain names alone.
        Assert.DoesNotMatch(@"_content/\S+\.[a-z0-9]{10}\.(js|css)", string.Join(' ', sizes.Select(one => one.Url)));
        Assert.DoesNotContain(sizes, one => one.Url.Contains("woff", StringComparison.Ordinal));
        Assert.InRange(sizes.Sum(one => one.Size), 1, LightEnough);
    }

    [Fact]
    public async Task Many_pages_that_are_open_and_idle_need_little_memory()
    {
        var folder = Directory.CreateTempSubdirectory("coopreach-pages-");
        var (product, http) = await Product.ServeAsync(new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__CoopReach"] = $"Data Source={Path.Combine(folder.FullName, "coopreach.db")}",
        });
        using var client = http;
        await using var running = product;
        await using var context = await site.NewContextAsync(http.BaseAddress!);
        await using (var door = new OfficeVisit(await context.NewPageAsync()) { StaysOpen = true })
        {
            await door.SignInAsync("manager@twz.demo");
        }

        for (var opened = 0; opened < Pages; opened++)
        {
            await using var visit = new OfficeVisit(await context.NewPageAsync()) { StaysOpen = true };
            await visit.GoAsync(opened % 2 == 0 ? "/cooperatives" : "/");
        }

        var resident = Resident(product.Id);
        output.WriteLine($"{Pages} pages open: {resident} MB");
        await product.KillAsync();
        folder.Delete(recursive: true);
        Assert.InRange(resident, 1, SmallEnough);
    }

    /// <summary>Files come compressed from a published product, which a test does not start: what gzip makes of them. A page comes as it is.</summary>
    private static async Task<long> SizeAsync(IResponse answer)
    {
        var body = await answer.BodyAsync();
        using var small = new MemoryStream();
        await using (var zip = new GZipStream(small, CompressionLevel.Optimal, leaveOpen: true))
        {
            await zip.WriteAsync(body);
        }

        return new Uri(answer.Url).AbsolutePath is var path && Path.HasExtension(path) ? Math.Min(small.Length, body.Length) : body.Length;
    }

    private static long Resident(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
