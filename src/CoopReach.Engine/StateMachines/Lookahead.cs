namespace CoopReach.Engine.StateMachines;

/// <summary>Asks a table what a trigger would do, and does nothing.</summary>
public static class Lookahead
{
    /// <summary>Where the trigger leads from this state; null where it is not permitted.</summary>
    public static TState? After<TState, TTrigger>(this StateTable<TState, TTrigger> table, TState state, TTrigger trigger)
        where TState : struct
        where TTrigger : notnull
    {
        var now = state;
        var machine = new StateMachine<TState, TTrigger>(table, () => now, next => now = next);
        if (!machine.CanFire(trigger))
        {
            return null;
        }

        machine.Fire(trigger);
        return now;
    }
}
