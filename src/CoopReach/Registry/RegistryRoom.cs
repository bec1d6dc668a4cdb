using CoopReach.Office.Grids;
using CoopReach.People;

namespace CoopReach.Registry;

/// <summary>The registry of a cooperative: one class a use case, for the pages of the office.</summary>
public static class RegistryRoom
{
    public static IServiceCollection AddRegistry(this IServiceCollection services) => services
        .AddSingleton<RegisterMember>()
        .AddSingleton<CorrectPerson>()
        .AddSingleton<KnownFields>()
        .AddSingleton<MemberNumbers>()
        .AddSingleton<EndMembership>()
        .AddSingleton<RecordNationalId>()
        .AddSingleton<CheckNationalId>()
        .AddSingleton<ShowNationalId>()
        .AddSingleton<Phones>()
        .AddSingleton<Zones>()
        .AddSingleton<Households>()
        .AddSingleton<Delegates>()
        .AddSingleton<Consents>()
        .AddSingleton<KeepPhoto>()
        .AddSingleton<Links>()
        .AddSingleton<FindDuplicates>()
        .AddSingleton<MergePeople>()
        .AddSingleton<ErasePerson>()
        .AddSingleton(provider => new FamilyRecords(
            provider.GetRequiredService<Data.Store>(), new Sealer(Pepper.Of(provider), "heirs"), provider.GetRequiredService<TimeProvider>()));

    public static void MapRegistry(this WebApplication app) => app.MapSheet(MemberList.OfSeveral);
}
