using CoopReach.Access;

namespace CoopReach.Office;

/// <summary>A place of the office, as the rail and the tabs name it. A page that comes new is a line here.</summary>
/// <param name="Phrase">Key of its name.</param>
/// <param name="Icon">A shape of the sprite.</param>
/// <param name="Needs">Null for everybody who is signed in.</param>
/// <param name="IsDaily">On a phone it has a tab; the others are behind "More".</param>
public sealed record Place(string Path, string Phrase, string Icon, Permission? Needs = null, bool IsDaily = false)
{
    public static readonly IReadOnlyList<Place> All =
    [
        new("/", "office.place.home", "i-home", IsDaily: true),
        new("/cooperatives", "office.place.cooperatives", "i-file", Permission.SeeCooperatives),
    ];

    public static IEnumerable<Place> Of(Seat seat) => All.Where(place => place.Needs is not { } needed || seat.May(needed));
}
