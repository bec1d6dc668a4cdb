namespace CoopReach.Engine.StateMachines;

/// <summary>
/// The rules of one state, written by chaining. What can never work is refused here, while the table is being written
/// (<see cref="InvalidOperationException"/>), not later when somebody's case stands in it.
/// </summary>
public sealed class StateConfiguration<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly StateTable<TState, TTrigger> _table;
    private readonly List<Way<TState, TTrigger>> _ways = [];
    private readonly List<Action<Transition<TState, TTrigger>>> _entry = [];
    private readonly List<Action<Transition<TState, TTrigger>>> _exit = [];

    internal StateConfiguration(StateTable<TState, TTrigger> table, TState state) => (_table, State) = (table, state);

    public TState State { get; }

    internal StateConfiguration<TState, TTrigger>? Parent { get; private set; }

    internal IReadOnlyList<Way<TState, TTrigger>> Ways => _ways;

    /// <summary>The trigger always leads to the target. To stay, say <see cref="PermitReentry"/> or <see cref="Ignore"/>.</summary>
    public StateConfiguration<TState, TTrigger> Permit(TTrigger trigger, TState target) =>
        Add(new(trigger, ElsewhereThan(target, trigger), Effect.Move));

    /// <summary>The trigger leads to the target while the guard holds. The description says in words when that is.</summary>
    public StateConfiguration<TState, TTrigger> PermitIf(TTrigger trigger, TState target, Func<bool> guard, string description)
    {
        ArgumentNullException.ThrowIfNull(guard);
        ArgumentException.ThrowIfNullOrWhiteSpace(description);

        return Add(new(trigger, ElsewhereThan(target, trigger), Effect.Move, guard, description));
    }

    /// <summary>The trigger leaves this state and enters it again, running its exit and entry actions.</summary>
    public StateConfiguration<TState, TTrigger> PermitReentry(TTrigger trigger) => Add(new(trigger, State, Effect.Reenter));

    /// <summary>The trigger is accepted and changes nothing.</summary>
    public StateConfiguration<TState, TTrigger> Ignore(TTrigger trigger) => Add(new(trigger, State, Effect.Ignore));

    /// <summary>This state lies inside the parent and has the parent's ways, where it has no open way of its own.</summary>
    public StateConfiguration<TState, TTrigger> SubstateOf(TState parent)
    {
        _table.MustBeOpen();
        if (Parent is not null)
        {
            throw new InvalidOperationException($"State '{State}' is already a substate of '{Parent.State}'.");
        }

        var outer = _table.Row(parent);
        if (outer.SelfAndParents().Contains(this))
        {
            throw new InvalidOperationException($"State '{State}' cannot be a substate of '{parent}': '{parent}' lies inside it.");
        }

        Parent = outer;
        return this;
    }

    /// <summary>Runs on the way in, after the state has changed. Several run in the order written.</summary>
    public StateConfiguration<TState, TTrigger> OnEntry(Action<Transition<TState, TTrigger>> action) => Add(_entry, action);

    /// <summary>Runs on the way out, before the state changes. Several run in the order written.</summary>
    public StateConfiguration<TState, TTrigger> OnExit(Action<Transition<TState, TTrigger>> action) => Add(_exit, action);

    /// <summary>From this state outwards.</summary>
    internal IEnumerable<StateConfiguration<TState, TTrigger>> SelfAndParents()
    {
        for (var row = this; row is not null; row = row.Parent)
        {
            yield return row;
        }
    }

    internal void Enter(Transition<TState, TTrigger> transition) => _entry.ForEach(action => action(transition));

    internal void Exit(Transition<TState, TTrigger> transition) => _exit.ForEach(action => action(transition));

    private StateConfiguration<TState, TTrigger> Add(Way<TState, TTrigger> way)
    {
        _table.MustBeOpen();
        var others = _ways.Where(other => Same(other.Trigger, way.Trigger)).ToList();
        if (others.Count > 0 && (way.Guard is null || others.Exists(other => other.Guard is null)))
        {
            throw new InvalidOperationException(
                $"Trigger '{way.Trigger}' is configured twice in state '{State}'. Only guarded ways can stand side by side.");
        }

        _ways.Add(way);
        _table.Written.Add((this, way));
        return this;
    }

    private StateConfiguration<TState, TTrigger> Add(
        List<Action<Transition<TState, TTrigger>>> actions,
        Action<Transition<TState, TTrigger>> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        _table.MustBeOpen();
        actions.Add(action);
        return this;
    }

    private TState ElsewhereThan(TState target, TTrigger trigger)
    {
        _table.MustBeOpen();
        return Same(target, State)
            ? throw new InvalidOperationException(
                $"Trigger '{trigger}' leads from state '{State}' to itself: say PermitReentry or Ignore.")
            : _table.Row(target).State;
    }

    private static bool Same<T>(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);
}
