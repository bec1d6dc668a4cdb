namespace CoopReach.Conversations;

/// <summary>
/// Whether a step was answered on the line or too late. Exactly one of the two happens: the commit claims it just before
/// it writes, the clock claims it when the time is up.
/// </summary>
internal sealed class Deadline
{
    private const int Open = 0;
    private const int OnTheLine = 1;
    private const int Late = 2;

    private int _state = Open;

    /// <summary>For the commit: true when the answer can still go out on the line. May be asked again.</summary>
    public bool ClaimLine() => Interlocked.CompareExchange(ref _state, OnTheLine, Open) != Late;

    /// <summary>For the clock: true when the answer must come by SMS.</summary>
    public bool ClaimLate() => Interlocked.CompareExchange(ref _state, Late, Open) != OnTheLine;

    public bool IsLate => Volatile.Read(ref _state) == Late;
}
