namespace CoopReach.Engine.Menus;

/// <summary>
/// Maps that are copied, never changed. A place holds some thirty entries: copying a hash table is several times cheaper
/// than growing a tree, and it is done for every screen.
/// </summary>
public static class Maps
{
    public static IReadOnlyDictionary<string, T> With<T>(this IReadOnlyDictionary<string, T> map, string key, T value) =>
        new Dictionary<string, T>(map) { [key] = value };

    public static IReadOnlyDictionary<string, T> With<T>(this IReadOnlyDictionary<string, T> map, IReadOnlyDictionary<string, T> more)
    {
        if (more.Count == 0)
        {
            return map;
        }

        var all = new Dictionary<string, T>(map);
        foreach (var (key, value) in more)
        {
            all[key] = value;
        }

        return all;
    }
}
