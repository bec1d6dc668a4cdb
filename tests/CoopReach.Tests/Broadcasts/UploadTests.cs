using System.Text;
using CoopReach.Broadcasts;
using CoopReach.Imports;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Broadcasts;

/// <summary>A list of numbers from somebody's spreadsheet.</summary>
public sealed class UploadTests
{
    private const string List = "Izina;Telefoni\nUwase Alice;0788 000 101\nUmuntu;0788999999\nNta telefoni;\nAlice;+250788000101\n";

    public static TheoryData<Provider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Only_members_on_the_list_get_a_message_and_rows_without_a_number_are_named(Provider provider)
    {
        var office = await Announcer.StartAsync(provider);
        var id = await office.DraftAsync(audience: new Audience { Uploaded = true });

        var uploaded = await UploadAsync(office, id, List);
        await office.The<PlanBroadcast>().RunAsync(Announcer.Secretary, id, CancellationToken.None);

        Assert.Equal((2, 1), (uploaded.Numbers, uploaded.OfMembers));
        Assert.Equal([4], uploaded.NoNumber);
        Assert.Equal(["0101 sms planned 15"], await office.WaysAsync());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Another_list_takes_the_place_of_the_first_and_none_is_kept_after_the_start(Provider provider)
    {
        var office = await Announcer.StartAsync(provider);
        var id = await office.DraftAsync(audience: new Audience { Uploaded = true });
        await UploadAsync(office, id, List);
        await UploadAsync(office, id, "0788000102");
        await office.The<PlanBroadcast>().RunAsync(Announcer.Secretary, id, CancellationToken.None);
        Assert.Equal(["0102 sms planned 15"], await office.WaysAsync());

        Assert.Equal("broadcasts.refused.planned", await Announcer.RefusalAsync(() => UploadAsync(office, id, List)));
        await office.SubmitAsync(id);
        await office.PassAsync(TimeSpan.Zero);

        Assert.Equal(0, await office.Database.NumberAsync("select count(*) from broadcast_numbers"));
    }

    [Fact]
    public async Task Ten_megabytes_are_read_and_a_byte_more_is_refused()
    {
        var office = await Announcer.StartAsync();
        var id = await office.DraftAsync(audience: new Audience { Uploaded = true });
        var line = $"0788000101{new string(' ', 489)}\n";
        var full = string.Concat(Enumerable.Repeat(line, UploadNumbers.MostBytes / line.Length));

        Assert.Equal(1, (await UploadAsync(office, id, full)).Numbers);
        Assert.Equal("broadcasts.refused.big-file", await Announcer.RefusalAsync(() => UploadAsync(office, id, full + "x")));
        Assert.Equal(1, await office.Database.NumberAsync("select count(*) from broadcast_numbers"));
    }

    [Fact]
    public async Task A_file_without_numbers_a_picture_and_a_draft_of_another_cooperative_are_refused()
    {
        var office = await Announcer.StartAsync();
        var id = await office.DraftAsync(audience: new Audience { Uploaded = true });

        Assert.Equal("broadcasts.refused.no-numbers", await Announcer.RefusalAsync(() => UploadAsync(office, id, "Izina\nAlice")));
        await Assert.ThrowsAsync<BadFileException>(() => UploadAsync(office, id, "\u0000\u0001PNG"));
        await using var list = new MemoryStream(Encoding.UTF8.GetBytes(List));
        Assert.Equal("broadcasts.refused.none", await Announcer.RefusalAsync(() => office.The<UploadNumbers>().RunAsync(Announcer.Other, id, list, CancellationToken.None)));
        Assert.Equal(0, await office.Database.NumberAsync("select count(*) from broadcast_numbers"));
    }

    [Fact]
    public async Task More_than_a_thousand_are_not_picked_by_hand()
    {
        var office = await Announcer.StartAsync();
        var many = Enumerable.Range(1, Audience.MostPicked + 1).Select(number => $"{number}").ToList();

        Assert.Equal("broadcasts.refused.too-many-picked", await Announcer.RefusalAsync(() => office.DraftAsync(audience: new Audience { Members = many })));
    }

    private static async Task<UploadedNumbers> UploadAsync(Announcer office, long id, string text)
    {
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await office.The<UploadNumbers>().RunAsync(Announcer.Secretary, id, file, CancellationToken.None);
    }
}
