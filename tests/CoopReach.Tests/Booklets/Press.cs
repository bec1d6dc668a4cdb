using System.Diagnostics;
using CoopReach.Audit;
using CoopReach.Booklets;
using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Money;
using CoopReach.Produce;
using CoopReach.Tests.Data;
using CoopReach.Tests.House;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CoopReach.Tests.Booklets;

/// <summary>The desk that hands out statements of the demo's coffee cooperative, and what reads them back.</summary>
internal sealed class Press(TestDatabase database, long cooperative)
{
    public static readonly Period Season = Period.Season(2026, 'B');

    public static readonly PhraseBook Phrases = ReadPhrases();

    public Staff Secretary { get; } = new(cooperative, "staff:secretary@twz.demo");

    public TestClock Clock { get; } = new(TestClock.Morning);

    public static PdfPrinter Printer => new(Settings("https://coop.example"));

    public static async Task<Press> OpenAsync(TestDatabase database) =>
        new(database, await database.NumberAsync("select id from cooperatives where code = 'TWZ'"));

    public Task<long> MemberAsync(string number) =>
        database.NumberAsync("select id from memberships where cooperative_id = $1 and number = $2", Secretary.CooperativeId, number);

    public async Task<Statement> IssueAsync(string number, Period? period = null, Language? language = null, string publicUrl = "https://coop.example") =>
        await new IssueStatement(database.Store, Page(publicUrl), Clock).RunAsync(Secretary, await MemberAsync(number), period ?? Season, language, CancellationToken.None);

    public async Task<StatementFacts> FactsAsync(string number, Period? period = null)
    {
        var member = await MemberAsync(number);
        return (await database.ReadAsync(db => StatementRows.ReadAsync(db, member, period ?? Season)))!;
    }

    /// <summary>Many deliveries of one member, one a third of a day, back from the day of the tests.</summary>
    public async Task AddOrdersAsync(string number, int count, string authority = "GA 14/03/2025, decision 7")
    {
        var member = await MemberAsync(number);
        var station = await database.NumberAsync("select id from stations where cooperative_id = $1 order by id limit 1", Secretary.CooperativeId);
        await database.CommitAsync(async db =>
        {
            var orders = await PurchaseOrder.Table.AppendAsync(db, [.. Enumerable.Range(0, count).Select(place => Order(member, station, place))]);
            await OrderDeduction.Table.AppendAsync(db, [.. orders.Select(order => new OrderDeduction
            {
                CooperativeId = Secretary.CooperativeId, OrderId = order, Kind = "savings", Authority = authority, Amount = 1_000, Basis = "fixed:1000",
            })]);
            await PaymentAllocation.Table.AppendAsync(db, [.. orders.Where((_, place) => place % 2 == 0).Select(order => new PaymentAllocation
            {
                CooperativeId = Secretary.CooperativeId, OrderId = order, Amount = 23_000, PaidAt = TestClock.Morning.AddDays(-1), Method = "momo", Reference = $"MP{order}",
            })]);
        });
    }

    public static StatementPage Page(string publicUrl, string environment = "Production") => new(Phrases, Address(publicUrl, environment), Options.Create(new ConversationSettings()));

    public static PublicAddress Address(string publicUrl, string environment = "Production") => new(Settings(publicUrl), new Surroundings { EnvironmentName = environment });

    public static IConfiguration Settings(string publicUrl, string? chromium = null) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["PublicUrl"] = publicUrl, ["Pdf:Chromium"] = chromium }).Build();

    /// <summary>What a program says to a document.</summary>
    public static async Task<string> AskAsync(byte[] document, string extension, string program, Func<string, string[]> arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"coopreach-{Guid.NewGuid():N}.{extension}");
        await File.WriteAllBytesAsync(file, document);
        try
        {
            using var reader = Process.Start(new ProcessStartInfo(program, arguments(file)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (said, complained) = (reader.StandardOutput.ReadToEndAsync(), reader.StandardError.ReadToEndAsync());
            await reader.WaitForExitAsync();
            Assert.True(reader.ExitCode == 0, $"{program}: {await complained}");

            return await said;
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static Task<string> TextOfAsync(byte[] pdf) => AskAsync(pdf, "pdf", "pdftotext", file => ["-layout", file, "-"]);

    private PurchaseOrder Order(long member, long station, int place) => new()
    {
        CooperativeId = Secretary.CooperativeId,
        MembershipId = member,
        StationId = station,
        Number = 10_000 + place,
        Code = VerifyCode.Of(500_000 + place),
        Product = "product.cherry-a",
        Grade = "A",
        GrossGrams = 40_000,
        NetGrams = 40_000,
        UnitPrice = 600,
        GrossAmount = 24_000,
        Deducted = 1_000,
        NetAmount = 23_000,
        DeliveredAt = TestClock.Morning.AddHours(-place * 8),
        DueOn = new(2026, 1, 1),
        Origin = $"old:{place}",
    };

    private static PhraseBook ReadPhrases()
    {
        var files = Languages.All.ToDictionary(
            language => language,
            language => ($"{language.Code()}.json", File.ReadAllText(Path.Combine(Repository.Root, "localization", $"{language.Code()}.json"))));
        return PhraseBook.Read(files, []);
    }

    private sealed class Surroundings : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "CoopReach";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
