using CoopReach.Engine.StateMachines;

namespace CoopReach.Engine.Tests.StateMachines;

public sealed class MermaidDrawingTests
{
    private readonly StateTable<string, string> _table = new("draft");

    [Fact]
    public void States_come_in_the_order_of_the_table_with_the_first_one_pointed_out()
    {
        _table.Configure("sent").PermitReentry("repeat");
        _table.Configure("draft").Permit("send", "sent").Ignore("print");

        Assert.Equal(
            """
            stateDiagram-v2
                draft
                sent
                [*] --> draft
                sent --> sent : repeat
                draft --> sent : send
                draft --> draft : print (ignored)

            """,
            _table.ToMermaid());
    }

    [Fact]
    public void Substates_are_nested_and_guards_stand_in_brackets()
    {
        _table.Configure("b").SubstateOf("a").PermitIf("go", "draft", () => throw new NotSupportedException(), "all paid");
        _table.Configure("c").SubstateOf("b");

        Assert.Equal(
            """
            stateDiagram-v2
                draft
                state a {
                    state b {
                        c
                    }
                }
                [*] --> draft
                b --> draft : go [all paid]

            """,
            _table.ToMermaid());
    }

    [Fact]
    public void Names_that_mermaid_would_misread_are_quoted_and_numbered()
    {
        _table.Configure("produce.orders").PermitIf("a;b\nc", "End", () => true, "sum < \"10\"").SubstateOf("two words");

        Assert.Equal(
            """
            stateDiagram-v2
                draft
                state "End" as state_3
                state "two words" as state_4 {
                    state "produce.orders" as state_2
                }
                [*] --> draft
                state_2 --> state_3 : a,b c [sum ‹ '10']

            """,
            _table.ToMermaid());
    }

    [Fact]
    public void A_drawing_leaves_the_table_open()
    {
        _table.ToMermaid();

        _table.Configure("draft").Permit("send", "sent");
    }
}
