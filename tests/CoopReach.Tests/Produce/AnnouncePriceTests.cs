using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Engine;
using CoopReach.Produce;
using CoopReach.Tests.Data;
using CoopReach.Tests.Money;

namespace CoopReach.Tests.Produce;

/// <summary>A price as it is typed in the office.</summary>
public sealed class AnnouncePriceTests
{
    [Fact]
    public async Task Only_who_may_set_prices_announces_one()
    {
        await using var counter = await Counter.OpenAsync(Provider.Sqlite);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => AnnounceAsync(counter, Role.Secretary, Form(counter)));

        Assert.Equal("access.refused.no-right", refused.Why.Text);
    }

    [Fact]
    public async Task A_station_of_another_cooperative_is_none()
    {
        await using var counter = await Counter.OpenAsync(Provider.Sqlite);
        var form = Form(counter);
        form.Station = $"{await counter.Database.NumberAsync("select s.id from stations s join cooperatives c on c.id = s.cooperative_id where c.code = 'ABH'")}";
        var refused = await Assert.ThrowsAsync<RefusedException>(() => AnnounceAsync(counter, Role.Accountant, form));

        Assert.Equal("office.prices.refused.station", refused.Why.Text);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_board_shows_what_is_paid_today_and_what_is_announced(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var form = Form(counter);
        form.Station = $"{await counter.Database.NumberAsync("select id from stations where name = 'Kigeme'")}";
        await AnnounceAsync(counter, Role.Accountant, form);
        var board = await counter.Database.ReadAsync(db => PriceBoard.OfAsync(db, counter.Accountant.CooperativeId, counter.Today));

        Assert.Contains(new("product.cherry-a", "kg", "", 600, 480, null, null), board);
        Assert.Contains(new("product.cherry-a", "kg", "Kigeme", 600, 480, 1620, counter.Today.AddDays(1)), board);
        Assert.Contains(new("product.floaters", "kg", "", 150, null, null, null), board);
    }

    private static PriceForm Form(Counter counter) => new()
    {
        Product = "product.cherry-a", Francs = "1 620", From = counter.Today.AddDays(1).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        Authority = "Board", Notice = "Decision 14",
    };

    private static Task<DateOnly> AnnounceAsync(Counter counter, Role role, PriceForm form) => new AnnouncePrice(counter.Database.Store, new SetPrice(counter.Database.Store, counter.Clock))
        .RunAsync(new Seat(1, "somebody@twz.demo", "Somebody", role, counter.Accountant.CooperativeId, null, "", Language.English), form, CancellationToken.None);
}
