namespace CoopReach.Tests.Data;

/// <summary>Somebody with the database's password and no trigger in the way changes one thing, anywhere: it is found.</summary>
public sealed class RowEditTests
{
    private static int Edits => Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 10_000 : 150;

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_edit_is_found_and_nothing_when_it_is_taken_back(Provider provider)
    {
        await using var book = await TestDatabase.FullBookAsync(provider);
        await using var intruder = await Intruder.OpenAsync(book);
        var before = await Verdict.ContentAsync(intruder.Connection);
        Assert.Null(await Verdict.OfAsync(book.Store));

        var (done, seed) = (0, 0);
        while (done < Edits)
        {
            var edit = await intruder.DrawAsync(new Random(++seed));
            if (!await intruder.TryAsync(edit) || await Verdict.ContentAsync(intruder.Connection) == before)
            {
                await intruder.TakeBackAsync(edit.Table);
                continue; // Refused by a rule of the table, or it says what it said: nobody has changed anything.
            }

            Assert.True(await Verdict.OfAsync(book.Store) is not null, $"seed {seed}: not found: {edit}");
            await intruder.TakeBackAsync(edit.Table);
            done++;
        }

        Assert.Equal(before, await Verdict.ContentAsync(intruder.Connection));
        Assert.Null(await Verdict.OfAsync(book.Store));
        Assert.True(seed < Edits * 3, $"{seed} edits were drawn for {Edits} that changed anything.");
    }
}
