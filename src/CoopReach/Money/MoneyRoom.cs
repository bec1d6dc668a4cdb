using CoopReach.Conversations;

namespace CoopReach.Money;

/// <summary>What members have in the cooperative.</summary>
public static class MoneyRoom
{
    public static IServiceCollection AddMoney(this IServiceCollection services) => services
        .AddSingleton<IMenuAction, BalanceAction>()
        .AddSingleton<IMenuAction, SendBalanceAction>();
}
