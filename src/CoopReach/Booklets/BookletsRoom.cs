using CoopReach.Conversations;

namespace CoopReach.Booklets;

/// <summary>A member's own papers: statements, and the check of any paper by its code.</summary>
public static class BookletsRoom
{
    public static IServiceCollection AddBooklets(this IServiceCollection services) => services
        .AddSingleton<IMenuAction, CheckAction>()
        .AddSingleton<PublicAddress>()
        .AddSingleton<StatementPage>()
        .AddSingleton<IssueStatement>()
        .AddSingleton<PdfPrinter>()
        .AddSingleton<PaperPage>()
        .AddRateLimiter(PaperPace.Add);

    public static void MapBooklets(this WebApplication app)
    {
        app.Services.GetRequiredService<PublicAddress>().WarnWhenUnknown(app.Logger);
        app.UseRateLimiter();
        PaperEndpoint.Map(app);
    }
}
