using CoopReach.Engine.StateMachines;

namespace CoopReach.Engine.Tests.StateMachines;

public sealed class FiringTests
{
    private readonly StateMachine<string, string> _machine = new("draft");

    [Fact]
    public void A_permitted_trigger_changes_the_state()
    {
        _machine.Configure("draft").Permit("send", "sent");

        _machine.Fire("send");

        Assert.Equal("sent", _machine.State);
    }

    [Fact]
    public void A_trigger_that_is_not_permitted_throws_with_state_and_trigger_and_changes_nothing()
    {
        _machine.Configure("draft").Permit("send", "sent").Ignore("print");

        var refusal = Assert.Throws<InvalidOperationException>(() => _machine.Fire("cancel"));

        Assert.Equal("Trigger 'cancel' is not permitted in state 'draft'. Permitted: 'send', 'print'.", refusal.Message);
        Assert.Equal("draft", _machine.State);
    }

    [Fact]
    public void A_state_the_table_does_not_know_permits_nothing()
    {
        var machine = new StateMachine<string, string>(() => "from another version", _ => { });
        machine.Configure("draft").Permit("send", "sent");

        var refusal = Assert.Throws<InvalidOperationException>(() => machine.Fire("send"));

        Assert.Equal("Trigger 'send' is not permitted in state 'from another version'. Permitted: nothing.", refusal.Message);
        Assert.True(machine.IsInState("from another version"));
        Assert.Empty(machine.PermittedTriggers);
    }

    [Theory]
    [InlineData(true, "sent")]
    [InlineData(false, "held")]
    public void Of_several_guarded_ways_the_one_whose_guard_holds_is_taken(bool cheap, string expected)
    {
        _machine.Configure("draft")
            .PermitIf("send", "sent", () => cheap, "below the limit")
            .PermitIf("send", "held", () => !cheap, "above the limit");

        _machine.Fire("send");

        Assert.Equal(expected, _machine.State);
    }

    [Fact]
    public void Two_guards_holding_at_once_throw_and_change_nothing()
    {
        _machine.Configure("draft")
            .PermitIf("send", "sent", () => true, "below the limit")
            .PermitIf("send", "held", () => true, "a second person is needed");

        var refusal = Assert.Throws<InvalidOperationException>(() => _machine.Fire("send"));

        Assert.Equal(
            "Trigger 'send' has more than one open way in state 'draft': to 'sent' [below the limit], to 'held' [a second person is needed].",
            refusal.Message);
        Assert.False(_machine.CanFire("send"));
        Assert.Equal("draft", _machine.State);
    }

    [Fact]
    public void A_guard_is_asked_once_for_each_firing()
    {
        var asked = 0;
        _machine.Configure("draft").PermitIf("send", "sent", () => ++asked > 0, "always");

        _machine.Fire("send");

        Assert.Equal(1, asked);
    }

    [Fact]
    public void An_ignored_trigger_is_permitted_and_runs_nothing()
    {
        _machine.Configure("draft").Ignore("print").OnExit(_ => Assert.Fail("exit ran")).OnEntry(_ => Assert.Fail("entry ran"));

        _machine.Fire("print");

        Assert.Equal("draft", _machine.State);
        Assert.True(_machine.CanFire("print"));
    }

    [Fact]
    public void A_trigger_fired_from_an_action_is_refused()
    {
        _machine.Configure("draft").Permit("send", "sent");
        _machine.Configure("sent").OnEntry(_ => _machine.Fire("recall")).Permit("recall", "draft");

        var refusal = Assert.Throws<InvalidOperationException>(() => _machine.Fire("send"));

        Assert.Equal("Trigger 'recall' was fired by a guard or action of this machine while it was changing from state 'sent'.", refusal.Message);
    }

    [Fact]
    public void After_an_action_has_failed_the_machine_can_be_fired_again()
    {
        _machine.Configure("draft").Permit("send", "sent");
        _machine.Configure("sent").OnEntry(_ => throw new TimeoutException()).Permit("recall", "draft");

        Assert.Throws<TimeoutException>(() => _machine.Fire("send"));
        _machine.Fire("recall");

        Assert.Equal("draft", _machine.State);
    }

    [Fact]
    public void One_table_serves_many_rows()
    {
        var table = new StateTable<string, string>("draft");
        table.Configure("draft").Permit("send", "sent");
        var rows = new[] { "draft", "draft", "sent" };

        var machines = Enumerable.Range(0, 3).Select(i => new StateMachine<string, string>(table, () => rows[i], state => rows[i] = state)).ToList();
        machines[1].Fire("send");

        Assert.Equal(["draft", "sent", "sent"], rows);
        Assert.Equal([true, false, false], machines.Select(machine => machine.CanFire("send")));
    }
}
