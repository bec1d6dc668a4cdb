using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.Office.Today;

namespace CoopReach.Purchases;

/// <summary>Corrections that wait for the second person.</summary>
public sealed class CorrectionsWait : IWaits
{
    private const string Number = "select s.name, o.number from purchase_orders o join stations s on s.id = o.station_id where o.id = $1 and o.cooperative_id = $2";

    public async ValueTask<IReadOnlyList<Todo>> OfAsync(Seat seat, Statements db, DateTimeOffset now)
    {
        var waiting = new List<Todo>();
        if (seat is { CooperativeId: { } cooperative } && seat.May(Permission.ReverseOrders))
        {
            foreach (var asked in await AskedCorrection.WaitingAsync(db, cooperative))
            {
                var order = await db.FirstAsync(Number, row => $"{row.Text(0)} {row.Number(1)}", asked.OrderId, cooperative);
                waiting.Add(ToTodo(asked, order!));
            }
        }

        return waiting;
    }

    private static Todo ToTodo(AskedCorrection asked, string order) => new(
        "/orders", Value.Phrase("office.orders.wait.title", ("order", order)),
        Value.Phrase("office.orders.wait.detail", ("why", Value.Phrase($"produce.reason.{asked.Reason}")), ("who", asked.By), ("day", Value.Day(Kigali.Date(asked.At)))),
        "office.orders.wait.act", $"/orders/{asked.OrderId}#correction", new Chip("stone", "s-clock", Value.Phrase("office.orders.wait.chip")), null);
}
