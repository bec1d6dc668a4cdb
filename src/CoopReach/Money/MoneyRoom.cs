using CoopReach.Access;
using CoopReach.Conversations;
using CoopReach.Office.Grids;
using CoopReach.Office.Today;

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
        .AddSingleton<CarryMoney>()
        .AddSingleton<DecideLoan>()
        .AddSingleton<Desk>()
        .AddSingleton<BatchPaper>()
        .AddSingleton<IWaits, MoneyWaits>();

    public static void MapMoney(this WebApplication app)
    {
        app.MapSheet(BatchList.All);
        app.MapSheet("/payments/{batch:long}/lines.xlsx", Permission.SeeBook, BatchEndpoints.LinesAsync);
        BatchEndpoints.Map(app);
    }
}
