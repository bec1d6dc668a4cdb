namespace CoopReach.Members;

/// <summary>A member's booklet in the office: the rows of many rooms on one page.</summary>
public static class MembersRoom
{
    public static IServiceCollection AddMembers(this IServiceCollection services) => services.AddSingleton<FindMember>();

    public static void MapMembers(this WebApplication app)
    {
        StatementEndpoint.Map(app);
        PhotoEndpoint.Map(app);
    }
}
