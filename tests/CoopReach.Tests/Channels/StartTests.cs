using CoopReach.Tests.Commands;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Channels;

/// <summary>A wrong setting or a broken file stops the start with lines that say what to do, and exit code 1.</summary>
public sealed class StartTests
{
    public static TheoryData<string, string, string> WrongSettings => new()
    {
        { "Channels__AfricasTalking__HookKey", "", "Channels:AfricasTalking:HookKey must be set" },
        { "Secrets__Pepper", "", "Secrets:Pepper must be set" },
        { "Secrets__Pepper", "too short", "Secrets:Pepper must be set" },
        { "Database__Provider", "Oracle", "Database:Provider is 'Oracle'. Write Sqlite or PostgreSql." },
        { "Channels__AfricasTalking__AllowedNetworks__0", "52.0.0.0/99", "Channels:AfricasTalking:AllowedNetworks has '52.0.0.0/99'" },
        { "Channels__AfricasTalking__AllowedNetworks__0", "africastalking.com", "Channels:AfricasTalking:AllowedNetworks has 'africastalking.com'" },
        { "Channels__AfricasTalking__Username", "coopreach", "Channels:AfricasTalking:ApiKey must be set" },
        { "Channels__AfricasTalking__ApiKey", "atsk_1", "Channels:AfricasTalking:Username must be set" },
        { "Channels__Twilio__WhatsAppFrom", "+14155238886", "Channels:Twilio:AccountSid must be set" },
        { "Channels__AfricasTalking__StepsPerMinute", "0", "Channels:AfricasTalking:StepsPerMinute is 0" },
    };

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public async Task A_wrong_setting_stops_the_start_with_one_line(string name, string value, string line)
    {
        await using var database = await TestDatabase.DemoAsync(Provider.Sqlite);
        var settings = Product.Settings(database);
        settings[name] = value;

        var ended = await Product.RunAsync(["serve", "--urls", "http://127.0.0.1:0"], settings);

        Assert.Equal(1, ended.Code);
        Assert.StartsWith(line, ended.Errors, StringComparison.Ordinal);
        Assert.Single(ended.Errors.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_stops_the_start_with_one_line()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);
        var settings = Product.Settings(database);
        settings["Database__Provider"] = "PostgreSql";
        settings["ConnectionStrings__CoopReach"] = $"Host={Path.GetTempPath()}/no-server-here;Username=coop;Database=coop;Password=hidden-word";

        var ended = await Product.RunAsync(["serve", "--urls", "http://127.0.0.1:0"], settings);

        Assert.Equal(1, ended.Code);
        Assert.StartsWith("The database cannot be used:", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Errors + ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-word", ended.Errors + ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_menus_and_phrases_stop_the_start_with_every_problem_named()
    {
        using var copy = ProductCopy.Make();
        copy.Change("menus/home.yaml", "go: money.balance", "go: money.balanse");
        copy.Change("menus/money.yaml", "run: money.send-balance", "run: money.send-everything");
        copy.Change("localization/fr.json", "\"home\": \"00 ", "\"hom\": \"00 ");
        await using var database = await TestDatabase.DemoAsync(Provider.Sqlite);

        foreach (var command in new string[][] { ["serve", "--urls", "http://127.0.0.1:0"], ["menus", "check"] })
        {
            var ended = await Product.RunAsync(command, Product.Settings(database), folder: copy.Folder);

            Assert.Equal(1, ended.Code);
            Assert.StartsWith("The menus cannot be used:\n", ended.Errors, StringComparison.Ordinal);
            Assert.Matches(@"menus/home\.yaml:\d+: screen home leads to money\.balanse, which does not exist", ended.Errors);
            Assert.Matches(@"menus/money\.yaml:\d+: screen money\.balance\.send no action 'money\.send-everything'", ended.Errors);
            Assert.Matches(@"localization/fr\.json:\d+: .*nav\.hom", ended.Errors);
            Assert.DoesNotContain("   at ", ended.Errors + ended.Output, StringComparison.Ordinal);
        }
    }
}
