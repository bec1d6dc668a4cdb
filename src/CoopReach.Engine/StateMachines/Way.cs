namespace CoopReach.Engine.StateMachines;

/// <summary>What firing a trigger does to the state.</summary>
internal enum Effect
{
    Move,
    Reenter,
    Ignore,
}

/// <summary>One line of the table: the trigger, where it leads, and the guard that must hold, in words and as code.</summary>
internal sealed record Way<TState, TTrigger>(TTrigger Trigger, TState Target, Effect Effect, Func<bool>? Guard = null, string? Condition = null)
    where TState : notnull
    where TTrigger : notnull
{
    public bool IsOpen() => Guard is null || Guard();
}

/// <summary>What a state makes of a trigger: the ways open now, and those whose guards do not hold. No guard was asked twice.</summary>
internal sealed record Ways<TState, TTrigger>(IReadOnlyList<Way<TState, TTrigger>> Open, IReadOnlyList<Way<TState, TTrigger>> Closed)
    where TState : notnull
    where TTrigger : notnull;
