using Microsoft.AspNetCore.Authorization;

namespace CoopReach.Access;

/// <summary>What somebody must be allowed to do before this page or endpoint answers.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute(Policies.NameOf(permission))
{
    public Permission Permission => permission;
}
