using CoopReach.Engine;
using CoopReach.Produce;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Produce;

/// <summary>A corrected order as the member sees it: the old one cancelled and why, the new one that names the old.</summary>
public sealed class CorrectedOrderTests
{
    [Theory]
    [InlineData("1", Provider.Sqlite, "Byakuweho", "Nomero 4471, 14/05 yakuweho: ibiro si byo", "Yasimbuwe na nomero 4473.", "4473 isimbura 4471")]
    [InlineData("2", Provider.Sqlite, "Cancelled", "Order 4471 of 14/05 is cancelled: wrong weight", "Order 4473 replaces it.", "4473 replaces 4471")]
    [InlineData("2", Provider.PostgreSql, "Cancelled", "Order 4471 of 14/05 is cancelled: wrong weight", "Order 4473 replaces it.", "4473 replaces 4471")]
    [InlineData("3", Provider.Sqlite, "Annulé", "Bon 4471 du 14/05 annulé: poids inexact", "Le bon 4473 le remplace.", "4473 remplace 4471")]
    public async Task Both_stand_in_her_list_and_each_names_the_other(string language, Provider provider, string cancelled, string why, string instead, string replaces)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone("+250788000101");
        await phone.DialAsync("7*1");
        await phone.TypeAsync(language);
        await CorrectAsync(service);

        await phone.DialAsync("2");
        var list = (await phone.TypeAsync("40718")).Split('\n');
        Assert.StartsWith("1 14/05 45kg 23", list[1], StringComparison.Ordinal);
        Assert.StartsWith("2 14/05 42", list[2], StringComparison.Ordinal);
        Assert.EndsWith(cancelled, list[2], StringComparison.Ordinal);

        Assert.StartsWith($"CON {replaces}", await phone.TypeAsync("1"), StringComparison.Ordinal);
        await phone.TypeAsync("0");
        var old = await phone.TypeAsync("2");
        Assert.StartsWith($"CON {why}", old, StringComparison.Ordinal);
        Assert.Contains(instead, old, StringComparison.Ordinal);
    }

    private static async Task CorrectAsync(Service service)
    {
        var (order, cooperative) = await service.Database.ReadAsync(db => db.FirstAsync(
            "select id, cooperative_id from purchase_orders where number = 4471", row => (row.Number(0), row.Number(1))));
        await service.Services.GetRequiredService<ReverseOrder>().RunAsync(
            new(cooperative, order, CorrectionReason.Weight, CorrectionDesk.Secretary, CorrectionDesk.Manager)
            {
                Instead = new("product.cherry-a", new Weight(45_500), new Weight(500)),
            },
            CancellationToken.None);
    }
}
