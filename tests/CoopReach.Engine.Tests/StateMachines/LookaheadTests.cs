using CoopReach.Engine.StateMachines;

namespace CoopReach.Engine.Tests.StateMachines;

public sealed class LookaheadTests
{
    [Fact]
    public void Looking_ahead_says_where_a_trigger_leads_and_goes_nowhere()
    {
        var table = new StateTable<DayOfWeek, string>(DayOfWeek.Monday);
        table.Configure(DayOfWeek.Monday).Permit("next", DayOfWeek.Tuesday).PermitReentry("again");

        Assert.Equal(DayOfWeek.Tuesday, table.After(DayOfWeek.Monday, "next"));
        Assert.Equal(DayOfWeek.Monday, table.After(DayOfWeek.Monday, "again"));
        Assert.Null(table.After(DayOfWeek.Monday, "back"));
        Assert.Null(table.After(DayOfWeek.Tuesday, "next"));
    }
}
