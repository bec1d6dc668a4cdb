using CoopReach.Engine.StateMachines;

namespace CoopReach.Engine.Tests.StateMachines;

/// <summary>Promises that hold for every table, tried on tables made by chance.</summary>
public sealed class RandomTablesTests
{
    private const int Triggers = 5;
    private static readonly int Tables = Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 200_000 : 2_000;

    [Fact]
    public void What_can_be_fired_what_is_listed_and_what_does_not_throw_are_the_same() => ForRandomTables(world =>
    {
        var listed = world.Machine.PermittedTriggers;
        Assert.Equal(listed.Distinct(), listed);

        for (var trigger = 0; trigger < Triggers; trigger++)
        {
            var before = world.State;
            var can = world.Machine.CanFire(trigger);

            var thrown = Record.Exception(() => world.Machine.Fire(trigger));

            Assert.Equal(can, thrown is null);
            Assert.Equal(can, listed.Contains(trigger));
            if (thrown is not null)
            {
                Assert.IsType<InvalidOperationException>(thrown);
                Assert.Equal(before, world.State);
            }

            world.PutInto(before);
        }
    });

    [Fact]
    public void Whatever_is_fired_the_states_entered_and_not_left_are_those_the_machine_is_in() => ForRandomTables(world =>
    {
        for (var i = 0; i < 10; i++)
        {
            if (world.Machine.PermittedTriggers is { Count: > 0 } permitted)
            {
                world.Machine.Fire(permitted[world.Random.Next(permitted.Count)]);
            }

            Assert.Equal(world.ChainOf(world.State), world.Inside.Reverse());
            world.TurnGuards();
        }
    });

    private static void ForRandomTables(Action<World> check)
    {
        var seed = Environment.TickCount;
        for (var i = 0; i < Tables; i++)
        {
            try
            {
                check(new World(new Random(seed + i)));
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed + i}: {failure.Message}", failure);
            }
        }
    }

    /// <summary>A random table with its state outside, its guards on switches, and a stack of the states entered.</summary>
    private sealed class World
    {
        private readonly int?[] _parents;
        private readonly bool[] _guards = new bool[6];

        public World(Random random)
        {
            Random = random;
            Machine = new(() => State, state => State = state);
            _parents = new int?[random.Next(1, 8)];
            for (var state = 0; state < _parents.Length; state++)
            {
                Configure(state);
            }

            TurnGuards();
            PutInto(random.Next(_parents.Length));
        }

        public Random Random { get; }

        public StateMachine<int, int> Machine { get; }

        public int State { get; private set; }

        /// <summary>The innermost state on top.</summary>
        public Stack<int> Inside { get; } = [];

        public List<int> ChainOf(int state) => _parents[state] is { } parent ? [.. ChainOf(parent), state] : [state];

        public void PutInto(int state)
        {
            State = state;
            Inside.Clear();
            ChainOf(state).ForEach(Inside.Push);
        }

        public void TurnGuards()
        {
            for (var i = 0; i < _guards.Length; i++)
            {
                _guards[i] = Random.Next(2) == 0;
            }
        }

        private void Configure(int state)
        {
            var row = Machine.Configure(state)
                .OnExit(_ => Assert.Equal(state, Inside.Pop()))
                .OnEntry(_ => Inside.Push(state));
            if (state > 0 && Random.Next(2) == 0)
            {
                _parents[state] = Random.Next(state);
                row.SubstateOf(_parents[state]!.Value);
            }

            for (var trigger = 0; trigger < Triggers; trigger++)
            {
                AddWays(row, trigger, Random.Next(6));
            }
        }

        private void AddWays(StateConfiguration<int, int> row, int trigger, int kind)
        {
            var other = (row.State + 1 + Random.Next(Math.Max(1, _parents.Length - 1))) % _parents.Length;
            if (kind == 0)
            {
                row.Ignore(trigger);
            }
            else if (kind == 1)
            {
                row.PermitReentry(trigger);
            }
            else if (kind == 2 && other != row.State)
            {
                row.Permit(trigger, other);
            }
            else if (kind < 5 && other != row.State)
            {
                Enumerable.Range(0, kind - 1).ToList().ForEach(_ => Guarded(row, trigger, other));
            }
        }

        private void Guarded(StateConfiguration<int, int> row, int trigger, int target)
        {
            var guard = Random.Next(_guards.Length);
            row.PermitIf(trigger, target, () => _guards[guard], $"switch {guard}");
        }
    }
}
