using CoopReach.Conversations;
using CoopReach.Office.Today;

namespace CoopReach.Safety;

/// <summary>What protects a member when a PIN or a phone is lost: one-time codes, blocks, changes of phone, held payouts.</summary>
public static class SafetyRoom
{
    public static IServiceCollection AddSafety(this IServiceCollection services) => services
        .AddSingleton<IssueCode>()
        .AddSingleton<ChangePhone>()
        .AddSingleton<BlockAccount>()
        .AddSingleton<IWaits, SafetyWaits>()
        .AddSingleton<IMenuAction, ReadNumberAction>()
        .AddSingleton<IMenuAction, ReadCooperativeAction>()
        .AddSingleton<IMenuAction, CheckCodeAction>()
        .AddSingleton<IMenuAction, ProposePinAction>()
        .AddSingleton<IMenuAction, SetPinAction>()
        .AddSingleton<IMenuAction, ConfirmPhoneAction>()
        .AddSingleton<IMenuAction, BlockAction>()
        .AddSingleton<IMenuAction, ReportLostAction>()
        .AddSingleton<IMenuAction, AskResetAction>();
}
