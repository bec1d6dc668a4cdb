using CoopReach.Conversations;
using CoopReach.Office.Today;

namespace CoopReach.Privacy;

/// <summary>What a member may decide and know about their own data: messages, copies, corrections, who looked, consents.</summary>
public static class PrivacyRoom
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<AnswerRequest>()
        .AddSingleton<IWaits, PrivacyWaits>()
        .AddSingleton<IMenuAction, MessagesAction>()
        .AddSingleton<IMenuAction, ChooseMessagesAction>()
        .AddSingleton<IMenuAction, WhatsAppAction>()
        .AddSingleton<IMenuAction, ChooseWhatsAppAction>()
        .AddSingleton<IMenuAction, MyDataAction>()
        .AddSingleton<IMenuAction, AskCopyAction>()
        .AddSingleton<IMenuAction, AskCorrectionAction>()
        .AddSingleton<IMenuAction, AskErasureAction>()
        .AddSingleton<IMenuAction, LookersAction>()
        .AddSingleton<IMenuAction, ConsentsAction>()
        .AddSingleton<IMenuAction, ConsentAction>()
        .AddSingleton<IMenuAction, WithdrawAction>();
}
