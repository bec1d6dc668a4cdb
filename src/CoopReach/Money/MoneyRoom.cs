using CoopReach.Conversations;

namespace CoopReach.Money;

/// <summary>What members have in the cooperative, and how it is paid.</summary>
public static class MoneyRoom
{
    public static IServiceCollection AddMoney(this IServiceCollection services) => services
        .AddSingleton<IMenuAction, BalanceAction>()
        .AddSingleton<IMenuAction, SendBalanceAction>()
        .AddSingleton<IMenuAction, PaymentsAction>()
        .AddSingleton<IMenuAction, PaymentAction>()
        .AddSingleton<IMenuAction, ConfirmPaymentAction>()
        .AddSingleton<IMenuAction, DenyPaymentAction>()
        .AddSingleton(provider => provider.GetRequiredService<Books>().Today.Book.Phrases)
        .AddSingleton<PaymentReceipt>()
        .AddSingleton<PrepareBatch>()
        .AddSingleton<ApproveBatch>()
        .AddSingleton<CallOffBatch>()
        .AddSingleton<ExportBatch>()
        .AddSingleton<SettlePayment>()
        .AddSingleton<ReconcileFile>()
        .AddSingleton<PayCash>()
        .AddSingleton<DepositSavings>()
        .AddSingleton<WithdrawSavings>()
        .AddSingleton<BuyShares>()
        .AddSingleton<GiveLoan>()
        .AddSingleton<PayBackLoan>()
        .AddSingleton<CarryMoney>();
}
