using CoopReach.Engine.StateMachines;

namespace CoopReach.Engine.Tests.StateMachines;

/// <summary>A worked example: how a lifecycle reads as one table, with its state kept in a row.</summary>
public sealed class PurchaseOrderDisputeTests
{
    private readonly Order _order = new();

    private enum Standing
    {
        Open,
        Contested,
        Investigating,
        Mediating,
        Resolved,
    }

    private enum Deed
    {
        Contest,
        Escalate,
        Settle,
        Withdraw,
        AddEvidence,
        Pay,
    }

    [Fact]
    public void A_member_contests_the_cooperative_investigates_both_settle()
    {
        var dispute = DisputeOf(_order);

        dispute.Fire(Deed.Contest);
        dispute.Fire(Deed.Escalate);
        _order.TermsInWriting = true;
        dispute.Fire(Deed.Settle);

        Assert.Equal(Standing.Resolved, _order.Standing);
        Assert.Equal(["frozen", "unfrozen"], _order.Story);
    }

    [Fact]
    public void The_amount_is_frozen_once_however_far_the_dispute_goes()
    {
        var dispute = DisputeOf(_order);

        dispute.Fire(Deed.Contest);
        dispute.Fire(Deed.Escalate);

        Assert.True(dispute.IsInState(Standing.Contested));
        Assert.Equal(["frozen"], _order.Story);
    }

    [Fact]
    public void A_contested_order_is_not_paid()
    {
        var dispute = DisputeOf(_order);
        dispute.Fire(Deed.Contest);

        Assert.False(dispute.CanFire(Deed.Pay));
        Assert.Equal([Deed.Escalate, Deed.AddEvidence, Deed.Withdraw], dispute.PermittedTriggers);
    }

    [Fact]
    public void Settling_without_written_terms_is_refused_in_words()
    {
        var dispute = DisputeOf(_order);
        dispute.Fire(Deed.Contest);

        var refusal = Assert.Throws<InvalidOperationException>(() => dispute.Fire(Deed.Settle));

        Assert.Equal(
            "Trigger 'Settle' is not permitted in state 'Investigating'. Unmet guards: [terms are in writing]. "
            + "Permitted: 'Escalate', 'AddEvidence', 'Withdraw'.",
            refusal.Message);
    }

    [Fact]
    public void The_drawing_shows_what_the_table_says() =>
        Assert.Equal(
            """
            stateDiagram-v2
                Open
                state Contested {
                    Investigating
                    Mediating
                }
                Resolved
                Open --> Investigating : Contest
                Open --> Open : Pay (ignored)
                Contested --> Contested : AddEvidence (ignored)
                Contested --> Open : Withdraw
                Contested --> Resolved : Settle [terms are in writing]
                Investigating --> Mediating : Escalate

            """,
            DisputeOf(_order).ToMermaid());

    private static StateMachine<Standing, Deed> DisputeOf(Order order)
    {
        var dispute = new StateMachine<Standing, Deed>(() => order.Standing, standing => order.Standing = standing);

        dispute.Configure(Standing.Open)
            .Permit(Deed.Contest, Standing.Investigating)
            .Ignore(Deed.Pay);

        dispute.Configure(Standing.Contested)
            .OnEntry(_ => order.Story.Add("frozen"))
            .OnExit(_ => order.Story.Add("unfrozen"))
            .Ignore(Deed.AddEvidence)
            .Permit(Deed.Withdraw, Standing.Open)
            .PermitIf(Deed.Settle, Standing.Resolved, () => order.TermsInWriting, "terms are in writing");

        dispute.Configure(Standing.Investigating)
            .SubstateOf(Standing.Contested)
            .Permit(Deed.Escalate, Standing.Mediating);

        dispute.Configure(Standing.Mediating)
            .SubstateOf(Standing.Contested);

        return dispute;
    }

    private sealed class Order
    {
        public Standing Standing { get; set; }

        public bool TermsInWriting { get; set; }

        public List<string> Story { get; } = [];
    }
}
