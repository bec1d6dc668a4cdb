using CoopReach.Engine;
using CoopReach.Imports;
using CoopReach.Registry;
using CoopReach.Tests.Data;
using CoopReach.Tests.Registry;

namespace CoopReach.Tests.Imports;

public sealed class FindingsTests
{
    private static readonly DateOnly Today = new(2026, 5, 15);

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_findings_sheet_in_Kinyarwanda_is_Kinyarwanda(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var lists = new Lists(office);
        var batch = await lists.ReadAsync(Lists.Csv(Lists.Mixed));
        var sheet = await lists.SheetAsync(batch, Language.Kinyarwanda);
        var english = (await lists.SheetAsync(batch, Language.English)).SelectMany(Sentences).ToHashSet();

        Assert.Equal(["Umurongo", "Icyemezo", "Ibyagaragaye"], sheet[0].Cells);
        Assert.Contains("Aho nta murenge witwa 'Nowhere' uhari. Wukosore.", Sentences(sheet.Single(row => row.Cells[0] == "6")));
        Assert.NotEmpty(sheet.SelectMany(Sentences));
        Assert.All(sheet.SelectMany(Sentences), sentence => Assert.DoesNotContain(sentence, english));
        Assert.All(sheet.SelectMany(Sentences), sentence => Assert.DoesNotMatch(@"\[[a-z.-]+\]|\?", sentence));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_row_that_may_be_somebody_known_says_who_and_why(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var lists = new Lists(office);
        var batch = await lists.ReadAsync(Lists.Csv(
            "Number,Name,Birth,Phone", "0901,KEZA Aline,1970,0788123456", "0902,Aline KEZA,1970,0788123456", "0903,Alice UWASE,1960,"));

        Assert.Equal(
            ["This may be the person of row 2 of this list (85 points). Decide whether it is one person.", "The name is the same, in either order.", "The year of birth is the same.", "The phone is the same."],
            await lists.FindingsAsync(batch, 3));
        Assert.StartsWith("This may be Uwase Alice, who is in the registry already (", (await lists.FindingsAsync(batch, 4))[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_a_person_who_was_erased_the_sheet_says_nothing_more(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var lists = new Lists(office);
        var batch = await lists.ReadAsync(Lists.Csv("Number,Name,Phone", "0901,KEZA Aline,0788"));
        Assert.NotEmpty(await lists.FindingsAsync(batch, 2));
        await lists.ApplyAsync(batch);
        var (ending, erasing) = (new EndMembership(office.Database.Store, RegistryDesk.Clock), new ErasePerson(office.Database.Store, new Links(office.Database.Open), RegistryDesk.Clock));
        await ending.RunAsync(office.Clerk, await office.MembershipAsync("0901"), Today, "left", CancellationToken.None);
        await erasing.RunAsync(office.Clerk, await office.PersonAsync("0901"), CancellationToken.None);

        Assert.Equal(["2", "New person"], (await lists.SheetAsync(batch, Language.English))[1].Cells);
    }

    /// <summary>The decision and each finding of a row, and the heads of the columns.</summary>
    private static IEnumerable<string> Sentences(ListRow row) => row.Cells.Skip(1).SelectMany(cell => cell.Split('\n')).Where(sentence => sentence.Length > 0);
}
