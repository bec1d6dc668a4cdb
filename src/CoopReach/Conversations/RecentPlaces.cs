using System.Collections.Concurrent;
using CoopReach.Engine.Menus;

namespace CoopReach.Conversations;

/// <summary>
/// Places this node wrote lately, to spare the next step the reading of its JSON. The database decides: a place counts
/// only with the version the row has. Two generations, so that what nobody asks for any more is dropped.
/// </summary>
public sealed class RecentPlaces
{
    private const int GenerationSize = 2048;

    private ConcurrentDictionary<string, (int Version, Place Place)> _young = [];
    private ConcurrentDictionary<string, (int Version, Place Place)> _old = [];
    private int _count;

    internal Place Of(Kept kept)
    {
        var known = _young.TryGetValue(kept.SessionId, out var recent) || _old.TryGetValue(kept.SessionId, out recent);
        return known && recent.Version == kept.Version ? recent.Place : PlaceJson.Read(kept.State);
    }

    public void Keep(string sessionId, int version, Place place)
    {
        _young[sessionId] = (version, place);
        if (Interlocked.Increment(ref _count) % GenerationSize == 0)
        {
            (_old, _young) = (_young, []);
        }
    }
}
