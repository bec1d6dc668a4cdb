using CoopReach.Browser.Office.House;

namespace CoopReach.Browser.Office.Roles;

/// <summary>One product for all who do their work in it: each leaves the others what they need.</summary>
[CollectionDefinition(Name)]
public sealed class RolesGroup : ICollectionFixture<OwnOffice>
{
    public const string Name = "roles";
}
