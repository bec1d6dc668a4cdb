namespace CoopReach.Reminders;

/// <summary>What is to happen at a time. Each room adds whom to call.</summary>
public static class RemindersRoom
{
    public static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddSingleton<ReminderWorker>()
        .AddHostedService(services => services.GetRequiredService<ReminderWorker>());
}
