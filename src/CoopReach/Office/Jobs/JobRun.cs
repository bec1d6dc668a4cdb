namespace CoopReach.Office.Jobs;

/// <summary>A job from inside: how far it is, and whether it is to end.</summary>
public sealed class JobRun(CancellationToken cancel)
{
    private long _done;
    private long _total;

    /// <summary>Cancelled when whoever began it wants no more of it, or the service stops.</summary>
    public CancellationToken Cancel => cancel;

    public long Done => Interlocked.Read(ref _done);

    public long Total => Interlocked.Read(ref _total);

    /// <summary>How far it is; may be said as often as one likes.</summary>
    public void Say(long done, long total)
    {
        Interlocked.Exchange(ref _total, total);
        Interlocked.Exchange(ref _done, done);
    }
}
