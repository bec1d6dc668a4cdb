using CoopReach.Access;
using CoopReach.Audit;
using Microsoft.AspNetCore.Components;

namespace CoopReach.Office;

/// <summary>A page of the office that lives in a circuit: who sits there, what it says, and what became of what they did.</summary>
public abstract class OfficePage : ComponentBase
{
    [CascadingParameter]
    public Seat Seat { get; set; } = default!;

    [Inject]
    protected Words Words { get; set; } = default!;

    [Inject]
    protected Reader Reader { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private Acted Acted { get; set; } = default!;

    /// <summary>What was refused, and what to do; null when nothing was.</summary>
    protected string? Wrong { get; set; }

    /// <summary>What was done, in a sentence.</summary>
    protected string? Done { get; set; }

    /// <summary>While something is being done; a second press of a button is not heard.</summary>
    protected bool IsBusy { get; private set; }

    /// <summary>Does something once, and says what was refused. What is typed stays.</summary>
    protected async Task TryAsync(Func<Task> act, string? done = null)
    {
        if (IsBusy)
        {
            return;
        }

        (IsBusy, Wrong, Done) = (true, null, null);
        try
        {
            await act();
            Done = done;
            Acted.Tell();
        }
        catch (RefusedException refused)
        {
            Wrong = Words[refused.Why];
        }
        finally
        {
            IsBusy = false;
        }
    }
}
