using System.Security.Claims;

namespace CoopReach.Access;

/// <summary>Who sits before a page: found once for each request or circuit, and asked again whenever somebody acts.</summary>
public sealed class Sitting(Sessions sessions)
{
    private int _isOver;

    /// <summary>Raised once, when the session of this circuit is over: the page must go.</summary>
    public event Action? Over;

    /// <summary>Null for nobody, and for somebody whose session is over.</summary>
    public Seat? Seat { get; private set; }

    public async Task BeginAsync(ClaimsPrincipal user) =>
        Seat = SessionCookie.SessionOf(user) is { } id ? await sessions.CheckAsync(id, CancellationToken.None) : null;

    /// <summary>Whether whoever sat here still may; pages that nobody signs in for go on.</summary>
    internal async Task<bool> GoesOnAsync()
    {
        if (Seat is not { } seat)
        {
            return true;
        }

        if (await sessions.CheckAsync(seat.SessionId, CancellationToken.None) is not null)
        {
            return true;
        }

        // Once: a page that is on its way out is not sent again.
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
        {
            Over?.Invoke();
        }

        return false;
    }
}
