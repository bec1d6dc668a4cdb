using CoopReach.Engine.StateMachines;

namespace CoopReach.Engine.Tests.StateMachines;

/// <summary>case { office { desk, archive }, court }, closed</summary>
public sealed class SubstateTests
{
    private readonly List<string> _log = [];
    private string _state = "desk";
    private readonly StateMachine<string, string> _machine;

    public SubstateTests()
    {
        _machine = new(() => _state, state => _state = state);
        foreach (var state in new[] { "case", "office", "desk", "archive", "court", "closed" })
        {
            _machine.Configure(state).OnExit(_ => _log.Add($"-{state}")).OnEntry(_ => _log.Add($"+{state}"));
        }

        _machine.Configure("office").SubstateOf("case");
        _machine.Configure("desk").SubstateOf("office");
        _machine.Configure("archive").SubstateOf("office");
        _machine.Configure("court").SubstateOf("case");
    }

    [Fact]
    public void A_substate_inherits_the_ways_of_its_parents()
    {
        _machine.Configure("case").Permit("close", "closed");

        _machine.Fire("close");

        Assert.Equal("closed", _state);
    }

    [Fact]
    public void A_substates_own_way_wins_over_its_parents()
    {
        _machine.Configure("case").Permit("close", "closed");
        _machine.Configure("desk").Permit("close", "archive");

        _machine.Fire("close");

        Assert.Equal("archive", _state);
    }

    [Fact]
    public void A_substates_own_way_whose_guard_does_not_hold_leaves_the_parents_way_open()
    {
        _machine.Configure("case").Permit("close", "closed");
        _machine.Configure("desk").PermitIf("close", "archive", () => false, "shelf is free");

        _machine.Fire("close");

        Assert.Equal("closed", _state);
    }

    [Fact]
    public void Unmet_guards_of_the_parents_are_named_too()
    {
        _machine.Configure("case").PermitIf("close", "closed", () => false, "nobody objects");
        _machine.Configure("desk").PermitIf("close", "archive", () => false, "shelf is free");

        var refusal = Assert.Throws<InvalidOperationException>(() => _machine.Fire("close"));

        Assert.Contains("Unmet guards: [shelf is free], [nobody objects].", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("desk", "archive", "-desk +archive")]
    [InlineData("desk", "court", "-desk -office +court")]
    [InlineData("desk", "closed", "-desk -office -case +closed")]
    [InlineData("closed", "archive", "-closed +case +office +archive")]
    [InlineData("desk", "office", "-desk")]
    [InlineData("office", "desk", "+desk")]
    [InlineData("case", "archive", "+office +archive")]
    public void Exits_run_outwards_and_entries_inwards_and_states_that_hold_both_are_not_left(string from, string to, string expected)
    {
        _machine.Configure(from).Permit("go", to);
        _state = from;

        _machine.Fire("go");

        Assert.Equal(expected, string.Join(' ', _log));
        Assert.Equal(to, _state);
    }

    [Fact]
    public void Reentry_leaves_and_enters_the_state_alone()
    {
        _machine.Configure("desk").PermitReentry("again");

        _machine.Fire("again");

        Assert.Equal(["-desk", "+desk"], _log);
    }

    [Fact]
    public void An_inherited_reentry_goes_back_to_the_state_that_declares_it()
    {
        _machine.Configure("office").PermitReentry("again");

        _machine.Fire("again");

        Assert.Equal(["-desk", "-office", "+office"], _log);
        Assert.Equal("office", _state);
    }

    [Fact]
    public void A_parents_way_back_into_the_present_substate_is_a_reentry()
    {
        _machine.Configure("case").Permit("file", "desk");

        _machine.Fire("file");

        Assert.Equal(["-desk", "+desk"], _log);
    }

    [Fact]
    public void The_state_changes_between_exits_and_entries()
    {
        _machine.Configure("desk").OnExit(_ => _log.Add($"leaving in {_state}")).Permit("go", "court");
        _machine.Configure("court").OnEntry(t => _log.Add($"{t.Source} {t.Trigger} {t.Destination} entering in {_state}"));

        _machine.Fire("go");

        Assert.Equal(["-desk", "leaving in desk", "-office", "+court", "desk go court entering in court"], _log);
    }

    [Fact]
    public void A_machine_is_in_its_state_and_in_all_that_hold_it()
    {
        Assert.All(["desk", "office", "case"], state => Assert.True(_machine.IsInState(state)));
        Assert.All(["archive", "court", "closed"], state => Assert.False(_machine.IsInState(state)));
    }

    [Fact]
    public void Permitted_triggers_come_each_once_the_states_own_first()
    {
        _machine.Configure("case").Permit("close", "closed").Ignore("print");
        _machine.Configure("desk").Permit("file", "archive").Permit("close", "court").PermitIf("burn", "closed", () => false, "never");

        Assert.Equal(["file", "close", "print"], _machine.PermittedTriggers);
    }
}
