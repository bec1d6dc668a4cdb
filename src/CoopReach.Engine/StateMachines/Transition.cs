namespace CoopReach.Engine.StateMachines;

/// <summary>One move of a machine, as told to entry and exit actions.</summary>
public sealed record Transition<TState, TTrigger>(TState Source, TTrigger Trigger, TState Destination)
    where TState : notnull
    where TTrigger : notnull
{
    /// <summary>The state is left and comes straight back.</summary>
    public bool IsReentry => EqualityComparer<TState>.Default.Equals(Source, Destination);
}
