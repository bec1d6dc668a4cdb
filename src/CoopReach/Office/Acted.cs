namespace CoopReach.Office;

/// <summary>Tells the frame that somebody did something on its page: what waits may be less now. One for each circuit.</summary>
public sealed class Acted
{
    public event Action? Happened;

    internal void Tell() => Happened?.Invoke();
}
