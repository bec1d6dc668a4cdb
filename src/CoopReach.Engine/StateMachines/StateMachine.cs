namespace CoopReach.Engine.StateMachines;

/// <summary>
/// A state and the rules by which triggers change it; synchronous, for one thread at a time. A trigger that is not
/// permitted throws: a machine never silently stays where it is. Whoever used the Stateless library knows the words.
/// </summary>
public sealed class StateMachine<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly StateTable<TState, TTrigger> _table;
    private readonly Func<TState> _accessor;
    private readonly Action<TState> _mutator;
    private bool _firing;

    /// <summary>The machine holds its own state.</summary>
    public StateMachine(TState initial)
    {
        var state = initial;
        (_table, _accessor, _mutator) = (new(initial), () => state, next => state = next);
    }

    /// <summary>The state is kept elsewhere, usually in a row of the database.</summary>
    public StateMachine(Func<TState> accessor, Action<TState> mutator)
        : this(new(), accessor, mutator)
    {
    }

    /// <summary>One of many machines that run by the same table.</summary>
    public StateMachine(StateTable<TState, TTrigger> table, Func<TState> accessor, Action<TState> mutator)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(accessor);
        ArgumentNullException.ThrowIfNull(mutator);
        (_table, _accessor, _mutator) = (table, accessor, mutator);
    }

    public TState State => _accessor();

    /// <summary>What can be fired now: the state's own triggers first, then its parents', each in the order written.</summary>
    public IReadOnlyList<TTrigger> PermittedTriggers =>
    [
        .. _table.Find(State).SelfAndParents().SelectMany(row => row.Ways).Select(way => way.Trigger).Distinct().Where(CanFire),
    ];

    /// <inheritdoc cref="StateTable{TState,TTrigger}.Configure"/>
    public StateConfiguration<TState, TTrigger> Configure(TState state) => _table.Configure(state);

    /// <summary>The machine is in this state or in a substate of it.</summary>
    public bool IsInState(TState state) =>
        _table.Find(State).SelfAndParents().Any(row => EqualityComparer<TState>.Default.Equals(row.State, state));

    /// <summary>Whether <see cref="Fire"/> would find exactly one way. Changes nothing.</summary>
    public bool CanFire(TTrigger trigger) => _table.WaysFrom(State, trigger).Open.Count == 1;

    /// <summary>
    /// Exit actions from the innermost state outwards, then the new state, then entry actions from the outermost inwards;
    /// a state that holds both the old and the new one is neither left nor entered.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// Nothing permits the trigger here, more than one guarded way is open, or an action of this machine fired it:
    /// a machine is not entered twice; fire after the first <see cref="Fire"/> has returned.
    /// </exception>
    public void Fire(TTrigger trigger)
    {
        if (_firing)
        {
            throw new InvalidOperationException(
                $"Trigger '{trigger}' was fired by a guard or action of this machine while it was changing from state '{State}'.");
        }

        _firing = true;
        try
        {
            Follow(TheOneWay(trigger));
        }
        finally
        {
            _firing = false;
        }
    }

    /// <inheritdoc cref="StateTable{TState,TTrigger}.ToMermaid"/>
    public string ToMermaid() => _table.ToMermaid();

    private Way<TState, TTrigger> TheOneWay(TTrigger trigger)
    {
        var (open, closed) = _table.WaysFrom(State, trigger);
        return open.Count switch
        {
            1 => open[0],
            0 => throw NotPermitted(trigger, closed),
            _ => throw new InvalidOperationException(
                $"Trigger '{trigger}' has more than one open way in state '{State}': "
                + $"{string.Join(", ", open.Select(way => $"to '{way.Target}' [{way.Condition}]"))}."),
        };
    }

    private InvalidOperationException NotPermitted(TTrigger trigger, IReadOnlyList<Way<TState, TTrigger>> closed)
    {
        var unmet = closed.Count == 0 ? "" : $" Unmet guards: {string.Join(", ", closed.Select(way => $"[{way.Condition}]"))}.";
        var permitted = PermittedTriggers is { Count: > 0 } triggers ? string.Join(", ", triggers.Select(other => $"'{other}'")) : "nothing";

        return new($"Trigger '{trigger}' is not permitted in state '{State}'.{unmet} Permitted: {permitted}.");
    }

    private void Follow(Way<TState, TTrigger> way)
    {
        if (way.Effect == Effect.Ignore)
        {
            return;
        }

        var transition = new Transition<TState, TTrigger>(State, way.Trigger, way.Target);
        var left = _table.Find(transition.Source).SelfAndParents();
        var entered = _table.Find(transition.Destination).SelfAndParents();
        var comesBack = way.Effect == Effect.Reenter || transition.IsReentry;
        var shared = left.Intersect(entered).Skip(comesBack ? 1 : 0).ToList();

        foreach (var row in left.Except(shared))
        {
            row.Exit(transition);
        }

        _mutator(way.Target);
        foreach (var row in entered.Except(shared).Reverse())
        {
            row.Enter(transition);
        }
    }
}
