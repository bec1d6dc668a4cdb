using CoopReach.Engine;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Money;

/// <summary>The file a provider gives back: what it says of each payment, once, or one clear sentence a fault.</summary>
public sealed class ReconcileTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_file_settles_what_it_matches_reports_the_rest_and_changes_nothing_the_second_time(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var batch = await counter.ApprovedAsync();
        var seq = (await counter.Database.ReadAsync(db => db.AllAsync("select p.seq from payments p where batch_id = $1 order by seq", row => row.Number(0), batch))).ToArray();
        var file = "\uFEFFreference,phone,amount,status\r\n"
            + $"TWZ-P{seq[0]},0788000101,84500,SUCCESSFUL\r\n"
            + $"twz-p{seq[1]},\"250 788 000 102\",50400,failed\r\n"
            + $"TWZ-P{seq[2]},,22500,pending\r\n"
            + $"TWZ-P{seq[3]},0788000104,14000,paid\r\n"
            + $"TWZ-P{seq[4]},0788999999,35400,paid\r\n"
            + "TWZ-P9999,0788000101,100,paid\r\n";
        var first = await counter.ReconcileAsync(file);
        var rows = await counter.RowsAsync();
        var second = await counter.ReconcileAsync(file);

        Assert.Empty(first.Faults);
        Assert.Equal((1, 1, 1, 0), (first.Paid, first.Failed, first.Unknown, first.AlreadyKnown));
        Assert.Equal([(5, "other-amount"), (6, "other-phone"), (7, "no-payment")], first.Mismatches.Select(mismatch => (mismatch.Line, mismatch.Reason)));
        Assert.Equal((0, 0, 0, 3), (second.Paid, second.Failed, second.Unknown, second.AlreadyKnown));
        Assert.Equal(rows, await counter.RowsAsync());
        Assert.Equal(0, (await counter.BalanceAsync("0101")).Due);
        await JournalTests.IsSoundAsync(counter);
    }

    [Theory]
    [InlineData("phone,reference,amount,status\n", 1, "columns")]
    [InlineData("", 1, "columns")]
    [InlineData("reference,phone,amount,status\nTWZ-P1,0788000101,84500\n", 2, "3 cells")]
    [InlineData("reference,phone,amount,status\nTWZ-P1,0788000101,84,500,paid\n", 2, "without commas")]
    [InlineData("reference,phone,amount,status\nTWZ-P1,0788000101,\"84500,50\",paid\n", 2, "84500,50")]
    [InlineData("reference,phone,amount,status\nTWZ-P1,0788000101,12345678901234567890,paid\n", 2, "12345678901234567890")]
    [InlineData("reference,phone,amount,status\nTWZ-P1,0788000101,-5,paid\n", 2, "'-5'")]
    [InlineData("reference,phone,amount,status\nTWZ-P1,0788000101,5,maybe\n", 2, "'maybe'")]
    [InlineData("reference,phone,amount,status\n,0788000101,5,paid\n", 2, "reference is missing")]
    [InlineData("reference,phone,amount,status\n\"TWZ-P1,0788000101,5,paid\n", 2, "quote")]
    [InlineData("reference,phone,amount,status\nTWZ-P1,,84500,paid\nTWZ-P1,,84500,failed\n", 3, "line 2")]
    public async Task A_bad_file_gets_one_sentence_a_line_and_nothing_of_it_is_written(string file, int line, string says)
    {
        await using var counter = await Counter.OpenAsync(Provider.Sqlite);
        await counter.ApprovedAsync();
        var rows = await counter.RowsAsync();
        var result = await counter.ReconcileAsync(file);

        var fault = Assert.Single(result.Faults);
        Assert.Equal(line, fault.Line);
        Assert.Contains(says, Counter.Phrases.Say(Language.English, fault.Said), StringComparison.Ordinal);
        Assert.Equal(rows, await counter.RowsAsync());
    }
}
