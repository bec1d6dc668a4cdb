namespace CoopReach.Engine.Tests.Menus;

/// <summary>What is wrong with the ways between screens, each of which may be right by itself.</summary>
public sealed class WayProblemTests
{
    private const string Dead = "is a dead end: nothing leads on, and there is no way back from the first screen";

    [Fact]
    public void A_screen_nobody_reaches_is_named() => TinyBook.Of("a: { show: say }\nb: { show: say }").Has("book.yaml:2: screen b is never reached");

    [Fact]
    public void Screens_that_reach_only_each_other_are_never_reached() => Assert.Equal(
        ["book.yaml:2: screen b is never reached", "book.yaml:3: screen c is never reached"],
        TinyBook.Of("a: { show: say }\nb: { show: say, choose: { 1: { say: say, go: c } } }\nc: { show: say, choose: { 1: { say: say, go: b } } }").Read().Problems);

    [Fact]
    public void An_entrance_that_is_missing_is_named() =>
        Assert.Contains("menus:1: there is no screen system.busy", TinyBook.Of("a: { show: say }").File("house.yaml", "start: { show: say, choose: { 1: { say: say, go: a } } }").Read().Problems);

    [Theory]
    [InlineData("start: { run: find, then: { ok: a, none: a } }")]
    [InlineData("start: { run: find, then: { ok: then, none: then } }\nthen: { run: find, then: { ok: a, none: a } }")]
    public void A_first_screen_without_a_way_on_is_a_dead_end(string start) =>
        OtherStart(start, "a: { show: say }").Has($"book.yaml:1: screen a {Dead}");

    [Fact]
    public void A_later_screen_without_a_way_on_has_the_way_back() => TinyBook.Of("a: { show: say }").Sound();

    [Fact]
    public void Silent_steps_in_a_circle_are_named() => Assert.Equal(
        ["book.yaml:2: screen b runs in a circle without ever showing a screen", "book.yaml:3: screen c runs in a circle without ever showing a screen"],
        TinyBook.Of("""
            a: { show: say, choose: { 1: { say: say, go: b } } }
            b: { run: find, then: { ok: c, none: start } }
            c: { run: find, then: { ok: b, none: start } }
            """).Read().Problems);

    [Fact]
    public void A_silent_step_that_leads_to_a_circle_is_not_one_itself() => Assert.Equal(
        ["book.yaml:2: screen b runs in a circle without ever showing a screen"],
        TinyBook.Of("a: { run: find, then: { ok: b, none: start } }\nb: { run: find, then: { ok: b, none: start } }").Read().Problems);

    [Fact]
    public void Only_the_gate_and_the_offer_lead_to_what_waits() =>
        TinyBook.Of("a: { show: say, choose: { 1: { say: say, go: continue } } }").Has("book.yaml:1: screen a leads to continue, but on one way here nothing waits");

    [Fact]
    public void Going_to_the_gate_by_name_has_nothing_to_go_on_to() =>
        TinyBook.Of("a: { show: say, choose: { 1: { say: say, go: gate } } }").Has("house.yaml:2: screen gate leads to continue, but on one way here nothing waits");

    [Fact]
    public void The_gate_cannot_stand_behind_itself() =>
        OtherStart("start: { show: say, choose: { 1: { say: say, go: a } } }", "a: { show: say }", gate: "gate: { require: pin, show: pin, secret: pin, run: check, then: { ok: continue, wrong: gate } }")
            .Has("house.yaml:2: screen gate asks for the PIN, so it cannot require it");

    private static TinyBook OtherStart(string start, string yaml, string gate = "gate: { show: pin, secret: pin, run: check, then: { ok: continue, wrong: gate } }") =>
        TinyBook.Of(yaml).File("house.yaml", $$"""
            {{start}}
            {{gate}}
            resume: { show: offer, choose: { 1: { say: on, go: continue }, 2: { say: again, go: restart } } }
            system.later: { end: later }
            system.strikes: { end: strikes }
            system.late: { end: later }
            system.busy: { end: later }
            """);
}
