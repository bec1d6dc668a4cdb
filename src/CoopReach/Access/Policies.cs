using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace CoopReach.Access;

/// <summary>
/// One policy for each permission, held against the role of the session. Whatever says nothing of its own is for people who
/// are signed in: what the public may see says so.
/// </summary>
internal static class Policies
{
    public static string NameOf(Permission permission) => $"may:{permission}";

    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var permission in Enum.GetValues<Permission>())
        {
            options.AddPolicy(NameOf(permission), policy => policy.RequireAssertion(asked => May(asked.User, permission)));
        }
    }

    private static bool May(ClaimsPrincipal user, Permission permission) =>
        Roles.Find(user.FindFirst(ClaimTypes.Role)?.Value) is { } role && Rights.May(role, permission);
}
