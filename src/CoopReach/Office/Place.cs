using CoopReach.Access;
using CoopReach.Office.Today;

namespace CoopReach.Office;

/// <summary>A place of the office, as the rail and the tabs name it. A page that comes new is a line here.</summary>
/// <param name="Phrase">Key of its name.</param>
/// <param name="Icon">A shape of the sprite.</param>
/// <param name="Needs">Null for everybody who is signed in.</param>
/// <param name="IsDaily">On a phone it has a tab before others have; who finds no room is behind "More".</param>
public sealed record Place(string Path, string Phrase, string Icon, Permission? Needs = null, bool IsDaily = false)
{
    private const int Tabs = 4;

    public static readonly IReadOnlyList<Place> All =
    [
        new("/", "office.place.home", "i-home", IsDaily: true),
        new("/members", "office.place.members", "i-people", Permission.SeeRegistry, IsDaily: true),
        new("/orders", "office.place.orders", "i-basket", Permission.SeeBook, IsDaily: true),
        new("/payments", "office.place.payments", "i-coin", Permission.SeeBook, IsDaily: true),
        new("/disputes", "office.place.disputes", "i-flag", Permission.SeeDisputes),
        new("/broadcasts", "office.place.broadcasts", "i-send", Permission.SeeMessages),
        new("/messages", "office.place.messages", "i-msg", Permission.SeeMessages),
        new("/prices", "office.place.prices", "i-tag", Permission.SeeBook),
        new("/days", "office.place.days", "i-scale", Permission.SeeBook),
        new("/imports", "office.place.imports", "i-tray", Permission.ImportMembers),
        new("/cooperatives", "office.place.cooperatives", "i-file", Permission.SeeCooperatives),
        new("/conversations", "office.place.conversations", "i-phone", Permission.SeeConversations),
        new("/menus", "office.place.menus", "i-chart", Permission.SeeMenus),
        new("/audit", "office.place.audit", "i-eye", Permission.SeeAudit),
        new("/users", "office.place.users", "i-key", Permission.ManageUsers),
        new("/settings", "office.place.settings", "i-gear", Permission.ChangeSettings),
    ];

    /// <summary>Where the everyday ends and looking after the house begins.</summary>
    public bool IsOfTheHouse => Path is "/cooperatives";

    public static IEnumerable<Place> Of(Seat seat) => All.Where(place => place.Needs is not { } needed || seat.May(needed));

    /// <summary>How much waits there.</summary>
    public int WaitingIn(IReadOnlyList<Todo>? todos) => todos?.Where(todo => todo.Place == Path).Sum(todo => todo.Count) ?? 0;

    /// <summary>Those with a tab on a phone: of every day first, and as many others as find room.</summary>
    public static IReadOnlyList<Place> TabsOf(Seat seat) => [.. Of(seat).OrderByDescending(place => place.IsDaily).Take(Tabs)];
}
