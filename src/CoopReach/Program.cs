using CoopReach;
using CoopReach.Access;
using CoopReach.Booklets;
using CoopReach.Broadcasts;
using CoopReach.Channels;
using CoopReach.Collecting;
using CoopReach.Commands;
using CoopReach.Conversations;
using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.Demo;
using CoopReach.Disputes;
using CoopReach.Figures;
using CoopReach.Imports;
using CoopReach.Lending;
using CoopReach.Logs;
using CoopReach.Members;
using CoopReach.Money;
using CoopReach.Office;
using CoopReach.Outbox;
using CoopReach.People;
using CoopReach.Privacy;
using CoopReach.Produce;
using CoopReach.Purchases;
using CoopReach.Registry;
using CoopReach.Reminders;
using CoopReach.Safety;

try
{
    await using var app = Build(args);
    return args switch
    {
        ["menus", "check", ..] => MenuCommands.Check(app.Services),
        ["menus", "draw"] => MenuCommands.Draw(app.Services, "docs/menus.md"),
        ["menus", "draw", var file, ..] => MenuCommands.Draw(app.Services, file),
        ["menus", "play", .. var options] => await PlayCommand.RunAsync(app.Services, options),
        ["seed", ..] => await DemoRoom.RunSeedAsync(app.Services, CancellationToken.None),
        ["verify", ..] => await VerifyCommand.RunAsync(app.Services, CancellationToken.None),
        ["outbox", .. var what] => await OutboxCommand.RunAsync(app.Services, what),
        ["office", .. var what] => await OfficeCommand.RunAsync(app.Services, what),
        [] or ["serve", ..] or [['-', ..], ..] => await ServeAsync(app),
        _ => Stop(2, $"Unknown command '{args[0]}'. Known: serve, menus check | draw | play, seed, verify, outbox, office."),
    };
}
catch (BrokenBookException broken)
{
    return Stop(1, $"The menus cannot be used:\n{broken.Message}");
}
catch (SettingException wrong)
{
    return Stop(1, wrong.Message);
}
catch (Exception failure) when (Database.FailureIn(failure) is { } said)
{
    return Stop(1, $"The database cannot be used: {said.Message}");
}

static WebApplication Build(string[] args)
{
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
    builder.Services.AddOutbox(builder.Configuration);
    builder.Services.AddReminders();
    builder.Services.AddBroadcasts(builder.Configuration);
    builder.Services.AddChannels(builder.Configuration);
    builder.Services.AddPeople();
    builder.Services.AddRegistry();
    builder.Services.AddImports();
    builder.Services.AddCooperatives();
    builder.Services.AddProduce();
    builder.Services.AddCollecting();
    builder.Services.AddDisputes();
    builder.Services.AddMoney();
    builder.Services.AddPurchases();
    builder.Services.AddSafety();
    builder.Services.AddPrivacy();
    builder.Services.AddLending();
    builder.Services.AddBooklets();
    builder.Services.AddMembers();
    builder.Services.AddFigures();
    builder.Services.AddOffice();
    builder.Services.AddAccess(builder.Configuration);
    builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: ["ready"]);

    return builder.Build();
}

static async Task<int> ServeAsync(WebApplication app)
{
    app.UseMiddleware<RequestLog>();
    app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
    app.MapHealthChecks("/health/ready").AllowAnonymous();
    app.UseOffice();
    app.MapStaticAssets().AllowAnonymous();
    app.MapChannels();
    app.MapBooklets();
    app.MapOffice();
    app.MapCooperatives();
    app.MapMoney();
    app.MapDisputes();
    app.MapBroadcasts();
    app.MapRegistry();
    app.MapMembers();
    app.MapPurchases();
    app.MapProduce();
    app.MapCollecting();
    app.MapImports();
    app.Lifetime.ApplicationStarted.Register(() => DemoRoom.PrintHowToTry(app));

    await Database.MigrateAsync(app.Services, CancellationToken.None);
    await app.Services.SeedDemoAsync(CancellationToken.None);
    await app.Services.PublishMenusAsync(CancellationToken.None);
    await app.RunAsync();
    return 0;
}

static int Stop(int code, string why)
{
    Console.Error.WriteLine(why);
    return code;
}
