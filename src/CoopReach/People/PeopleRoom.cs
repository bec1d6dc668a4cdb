using CoopReach.Conversations;

namespace CoopReach.People;

/// <summary>Persons, phones, memberships, PINs and consents.</summary>
public static class PeopleRoom
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton(provider => new PinHasher(Pepper.Of(provider)))
        .AddSingleton(provider => new NationalIdVault(Pepper.Of(provider)))
        .AddSingleton<IAccountLocks, PinLocks>()
        .AddSingleton<IMenuAction, ArriveAction>()
        .AddSingleton<IMenuAction, LanguageAction>()
        .AddSingleton<IMenuAction, ConsentAction>()
        .AddSingleton<IMenuAction, WhoAction>()
        .AddSingleton<IMenuAction, AccountAction>()
        .AddSingleton<IMenuAction, CheckPinAction>()
        .AddSingleton<IMenuAction, ProposePinAction>()
        .AddSingleton<IMenuAction, ChangePinAction>();
}
