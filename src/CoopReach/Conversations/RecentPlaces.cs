using System.Collections.Concurrent;
using CoopReach.Engine;

namespace CoopReach.Conversations;

/// <summary>
/// Places this node wrote lately, so that the next step of a session need not look for the last one. The table decides all
/// the same: a step is only written behind the one it was worked out from; otherwise the place is forgotten and the step
/// done again from what is true. Two generations, so that what nobody asks for any more is dropped.
/// </summary>
public sealed class RecentPlaces
{
    private const int GenerationSize = 2048;

    private ConcurrentDictionary<string, Kept> _young = [];
    private ConcurrentDictionary<string, Kept> _old = [];
    private int _count;

    /// <summary>The place this callback goes on from. A repeated or older one is answered from the row.</summary>
    internal Kept? Before(Inbound inbound)
    {
        var kept = Find(inbound.SessionId);
        return inbound.Hop == kept?.Hop + 1 ? kept : null;
    }

    internal Language? LanguageOf(string sessionId) => Find(sessionId)?.Place.Language;

    internal void Keep(string sessionId, Kept kept)
    {
        if (kept.Ended)
        {
            Forget(sessionId);
            return;
        }

        _young[sessionId] = kept;
        if (Interlocked.Increment(ref _count) % GenerationSize == 0)
        {
            (_old, _young) = (_young, []);
        }
    }

    private Kept? Find(string sessionId) =>
        _young.TryGetValue(sessionId, out var kept) || _old.TryGetValue(sessionId, out kept) ? kept : null;

    internal void Forget(string sessionId)
    {
        _young.TryRemove(sessionId, out _);
        _old.TryRemove(sessionId, out _);
    }
}
