using CoopReach;
using CoopReach.Channels;
using CoopReach.Commands;
using CoopReach.Conversations;
using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.Demo;
using CoopReach.Logs;
using CoopReach.Money;
using CoopReach.People;
using CoopReach.Produce;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
    // Whoever writes menus tries them on the demo, with no secrets set.
    EnvironmentName = args is ["menus", ..] ? Environments.Development : null,
});
builder.AddLogs();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDatabase(builder.Configuration);
builder.Services.AddConversations(builder.Configuration);
builder.Services.AddChannels(builder.Configuration);
builder.Services.AddPeople();
builder.Services.AddCooperatives();
builder.Services.AddProduce();
builder.Services.AddMoney();
builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: ["ready"]);

await using var app = builder.Build();
app.UseMiddleware<RequestLog>();
app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
app.MapHealthChecks("/health/ready");

try
{
    return args switch
    {
        ["menus", "check", ..] => MenuCommands.Check(app.Services),
        ["menus", "draw"] => MenuCommands.Draw(app.Services, "docs/menus.md"),
        ["menus", "draw", var file, ..] => MenuCommands.Draw(app.Services, file),
        ["menus", "play", .. var options] => await PlayCommand.RunAsync(app.Services, options),
        ["seed", ..] => await DemoRoom.RunSeedAsync(app.Services, CancellationToken.None),
        ["verify", ..] => await VerifyCommand.RunAsync(app.Services, CancellationToken.None),
        [] or ["serve", ..] or [['-', ..], ..] => await ServeAsync(app),
        _ => Usage(args[0]),
    };
}
catch (BrokenBookException broken)
{
    await Console.Error.WriteLineAsync($"The menus cannot be used:\n{broken.Message}");
    return 1;
}
catch (SettingException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

static async Task<int> ServeAsync(WebApplication app)
{
    await Database.MigrateAsync(app.Services, CancellationToken.None);
    await app.Services.SeedDemoAsync(CancellationToken.None);
    await app.Services.PublishMenusAsync(CancellationToken.None);
    app.MapStaticAssets();
    app.MapChannels();
    app.Lifetime.ApplicationStarted.Register(() => DemoRoom.PrintHowToTry(app));
    await app.RunAsync();
    return 0;
}

static int Usage(string verb)
{
    Console.Error.WriteLine($"Unknown command '{verb}'. Known: serve, menus check | draw | play, seed, verify.");
    return 2;
}
