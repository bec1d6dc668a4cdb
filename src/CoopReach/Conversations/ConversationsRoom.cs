namespace CoopReach.Conversations;

/// <summary>The desk and what it needs. The actions themselves are added by their own rooms.</summary>
public static class ConversationsRoom
{
    public static IServiceCollection AddConversations(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<ConversationSettings>(configuration.GetSection("Conversations"))
        .PostConfigure<ConversationSettings>(settings =>
            settings.ServiceCode = configuration["Channels:AfricasTalking:ServiceCode"] ?? settings.ServiceCode)
        .AddSingleton(_ => BookFolder.Read(AppContext.BaseDirectory))
        .AddSingleton<Actions>()
        .AddSingleton<Books>()
        .AddSingleton<PublishCheck>()
        .AddSingleton<RecentPlaces>()
        .AddSingleton<StepRunner>()
        .AddSingleton<SessionLocks>()
        .AddSingleton<DeskMetrics>()
        .AddSingleton<Desk>()
        .AddSingleton<TranscriptRetention>()
        .AddHostedService(services => services.GetRequiredService<TranscriptRetention>());

    public static Task PublishMenusAsync(this IServiceProvider services, CancellationToken cancel) =>
        services.GetRequiredService<Books>().PublishAsync(services.GetRequiredService<TimeProvider>().GetUtcNow(), cancel);
}
