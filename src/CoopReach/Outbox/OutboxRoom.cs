namespace CoopReach.Outbox;

/// <summary>Messages on their way out. The gateways are added by the channels.</summary>
public static class OutboxRoom
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<OutboxSettings>(configuration.GetSection("Outbox"))
        .AddSingleton<DeadLetters>()
        .AddHostedService<OutboxWorker>();
}
