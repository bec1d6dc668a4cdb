namespace CoopReach.Engine.StateMachines;

/// <summary>
/// The rules of a lifecycle, apart from any one case in it. Its first use closes it: from then on it never changes and
/// may be shared by any number of machines and threads. Guards and actions of a shared table see only what they close
/// over, so a table whose guards look at a row is built for that row.
/// </summary>
public sealed class StateTable<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly Dictionary<TState, StateConfiguration<TState, TTrigger>> _rows = [];
    private readonly List<StateConfiguration<TState, TTrigger>> _inOrder = [];
    private bool _closed;

    public StateTable()
    {
    }

    /// <summary>A lifecycle that is known to begin in this state; the drawing shows it.</summary>
    public StateTable(TState initial) => Initial = Row(initial);

    /// <summary>Every state named so far, in the order of naming.</summary>
    internal IReadOnlyList<StateConfiguration<TState, TTrigger>> Rows => _inOrder;

    /// <summary>Every way with the state it starts from, line by line as written.</summary>
    internal List<(StateConfiguration<TState, TTrigger> From, Way<TState, TTrigger> Way)> Written { get; } = [];

    internal StateConfiguration<TState, TTrigger>? Initial { get; }

    /// <summary>The rules of this state, to be continued.</summary>
    public StateConfiguration<TState, TTrigger> Configure(TState state)
    {
        MustBeOpen();
        return Row(state);
    }

    /// <summary>The table as a Mermaid <c>stateDiagram-v2</c>, in the order it was written. Asks no guard.</summary>
    public string ToMermaid() => new MermaidDrawing<TState, TTrigger>(this).Draw();

    internal void MustBeOpen()
    {
        if (_closed)
        {
            throw new InvalidOperationException("The table is already in use and cannot be changed any more.");
        }
    }

    /// <summary>The row of a state while the table is written; a state that is only named gets an empty one.</summary>
    internal StateConfiguration<TState, TTrigger> Row(TState state)
    {
        if (!_rows.TryGetValue(state, out var row))
        {
            row = new(this, state);
            _rows.Add(state, row);
            _inOrder.Add(row);
        }

        return row;
    }

    /// <summary>The row of a state in use. One that was never named has no ways, but it is a state.</summary>
    internal StateConfiguration<TState, TTrigger> Find(TState state)
    {
        _closed = true;
        return _rows.TryGetValue(state, out var row) ? row : new(this, state);
    }

    /// <summary>The nearest state, from this one outwards, that has an open way for the trigger decides.</summary>
    internal Ways<TState, TTrigger> WaysFrom(TState state, TTrigger trigger)
    {
        var closed = new List<Way<TState, TTrigger>>();
        foreach (var row in Find(state).SelfAndParents())
        {
            var ways = row.Ways.Where(way => EqualityComparer<TTrigger>.Default.Equals(way.Trigger, trigger)).ToLookup(way => way.IsOpen());
            closed.AddRange(ways[false]);
            if (ways.Contains(true))
            {
                return new([.. ways[true]], closed);
            }
        }

        return new([], closed);
    }
}
