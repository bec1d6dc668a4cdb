using CoopReach.Conversations;

namespace CoopReach.Lending;

/// <summary>Loans as the member sees them, and asks for one.</summary>
public static class LendingRoom
{
    public static IServiceCollection AddLending(this IServiceCollection services) => services
        .AddSingleton<IMenuAction, LoansAction>()
        .AddSingleton<IMenuAction, LoanAction>()
        .AddSingleton<IMenuAction, ReadAmountAction>()
        .AddSingleton<IMenuAction, AskLoanAction>();
}
