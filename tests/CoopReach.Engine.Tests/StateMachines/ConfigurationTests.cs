using CoopReach.Engine.StateMachines;

namespace CoopReach.Engine.Tests.StateMachines;

public sealed class ConfigurationTests
{
    private readonly StateMachine<string, string> _machine = new("draft");

    [Fact]
    public void The_same_trigger_permitted_twice_without_guards_is_refused()
    {
        var draft = _machine.Configure("draft").Permit("send", "sent");

        Refused("Trigger 'send' is configured twice in state 'draft'. Only guarded ways can stand side by side.", () => draft.Permit("send", "held"));
    }

    [Fact]
    public void A_way_without_guard_does_not_stand_beside_any_other_of_its_trigger()
    {
        var draft = _machine.Configure("draft").PermitIf("send", "sent", () => true, "always").Permit("print", "printed");

        Assert.Throws<InvalidOperationException>(() => draft.Ignore("send"));
        Assert.Throws<InvalidOperationException>(() => draft.PermitReentry("send"));
        Assert.Throws<InvalidOperationException>(() => draft.PermitIf("print", "held", () => true, "always"));
    }

    [Fact]
    public void A_way_from_a_state_to_itself_must_say_which_kind_it_is()
    {
        var draft = _machine.Configure("draft");

        Refused("Trigger 'edit' leads from state 'draft' to itself: say PermitReentry or Ignore.", () => draft.Permit("edit", "draft"));
        Assert.Throws<InvalidOperationException>(() => draft.PermitIf("edit", "draft", () => true, "always"));
    }

    [Fact]
    public void A_state_inside_itself_is_refused()
    {
        _machine.Configure("a").SubstateOf("b");
        _machine.Configure("b").SubstateOf("c");

        Refused("State 'c' cannot be a substate of 'a': 'a' lies inside it.", () => _machine.Configure("c").SubstateOf("a"));
        Refused("State 'd' cannot be a substate of 'd': 'd' lies inside it.", () => _machine.Configure("d").SubstateOf("d"));
    }

    [Fact]
    public void A_state_has_one_parent()
    {
        _machine.Configure("a").SubstateOf("b");

        Refused("State 'a' is already a substate of 'b'.", () => _machine.Configure("a").SubstateOf("c"));
    }

    [Fact]
    public void A_guard_says_in_words_when_it_holds()
    {
        var draft = _machine.Configure("draft");

        Assert.Throws<ArgumentException>(() => draft.PermitIf("send", "sent", () => true, " "));
    }

    [Fact]
    public void A_table_in_use_is_not_changed_any_more()
    {
        var draft = _machine.Configure("draft").Permit("send", "sent");
        _machine.CanFire("send");

        Refused("The table is already in use and cannot be changed any more.", () => draft.Permit("print", "printed"));
        Assert.Throws<InvalidOperationException>(() => _machine.Configure("sent"));
        Assert.Throws<InvalidOperationException>(() => draft.SubstateOf("sent"));
        Assert.Throws<InvalidOperationException>(() => draft.OnEntry(_ => { }));
    }

    private static void Refused(string message, Action configure) =>
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(configure).Message);
}
