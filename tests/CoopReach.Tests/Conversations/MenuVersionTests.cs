using CoopReach.Conversations;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopReach.Tests.Conversations;

/// <summary>New menus never pull the ground away under somebody.</summary>
public sealed class MenuVersionTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_session_ends_on_the_menus_it_began_on(Provider provider)
    {
        await using var before = await Service.StartAsync(provider);
        var phone = before.Phone("+250788000101");
        await phone.DialAsync();
        var help = await phone.TypeAsync("9");
        var data = await phone.TypeAsync("3");

        var log = new KeptLog();
        await using var after = Service.StartOn(before.Database, services: services => services
            .AddSingleton(Changed())
            .AddSingleton<ILoggerProvider>(log));
        var same = after.Phone("+250788000101");
        var other = after.Phone("+250788000150");

        Assert.Equal(help, await same.PostAsync(phone.Session, "9*3*0"));
        Assert.Equal(data, await same.PostAsync(phone.Session, "9*3*0*3"));
        Assert.Contains("9 Help", await same.PostAsync(phone.Session, "9*3*0*3*00"), StringComparison.Ordinal);
        Assert.Contains("4 Ubufasha", await other.DialAsync(), StringComparison.Ordinal);
        Assert.Contains(log.At(LogLevel.Warning), line => line.Contains("help.data", StringComparison.Ordinal) && line.Contains(" 1 open sessions", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_was_cut_off_on_older_menus_is_not_offered_again(Provider provider)
    {
        await using var before = await Service.StartAsync(provider);
        var phone = before.Phone("+250788000101");
        await phone.DialAsync();
        await phone.TypeAsync("9");
        await using var after = Service.StartOn(before.Database, services: services => services.AddSingleton(Changed()));

        Assert.StartsWith("CON TWZ. Welcome, Alice", await after.Phone("+250788000101").DialAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_same_menus_are_published_once(Provider provider)
    {
        await using var one = await Service.StartAsync(provider);
        await using var other = Service.StartOn(one.Database);

        Assert.Equal(1, await one.Database.NumberAsync("select count(*) from menu_books"));
    }

    /// <summary>Help moves to 4, and its third screen gets another name.</summary>
    private static BookFolder Changed()
    {
        var files = BookFolder.Read(AppContext.BaseDirectory).Files.ToDictionary();
        Replace(files, "menus/home.yaml", "9: { say: home.help", "4: { say: home.help");
        Replace(files, "menus/gate.yaml", "9: { say: home.help", "4: { say: home.help");
        Replace(files, "menus/help.yaml", "go: help.data", "go: help.records");
        Replace(files, "menus/help.yaml", "\nhelp.data:", "\nhelp.records:");

        return new BookFolder(files);
    }

    private static void Replace(Dictionary<string, string> files, string file, string old, string with) =>
        files[file] = files[file].Replace(old, with, StringComparison.Ordinal);
}
