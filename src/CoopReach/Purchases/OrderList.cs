using System.Globalization;
using CoopReach.Access;
using CoopReach.Booklets;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.People;

namespace CoopReach.Purchases;

/// <summary>All that members delivered, the newest first, narrowed by how it stands, where, what and when.</summary>
public static class OrderList
{
    private const int LengthOfCode = 4;

    public static readonly ListOf<OrderRow> All = new(
        "/orders.xlsx", Permission.SeeBook, "office.orders.title", "office.orders.empty",
        [
            new("order", "office.orders.order", row => row.Title, Spot.Lead),
            new("day", "office.orders.day", row => Value.Date(Kigali.Date(row.DeliveredAt))),
            new("member", "office.orders.member", row => $"{row.Member} {row.Name}", Spot.Detail),
            new("product", "office.orders.product", row => Value.Phrase(row.Product)),
            new("weight", "office.orders.weight", row => new Weight(row.Grams)) { IsNumber = true },
            new("to-pay", "office.orders.to-pay", row => Value.Number(row.ToPay), Spot.Amount) { IsNumber = true },
            new("state", "office.orders.how", row => row.Word, Spot.State) { Chip = row => row.Chip, IsSorted = false },
        ],
        Find)
    {
        Search = "office.orders.search",
        Link = row => $"/orders/{row.Id}",
    };

    private static IQueryable<OrderRow> Find(CoopDb db, Seat seat, GridQuery query) =>
        Sort(Search(Narrow(OrderRow.Of(db, seat.CooperativeId is null), query), query.Text), query).ThenByDescending(row => row.Id);

    private static IQueryable<OrderRow> Narrow(IQueryable<OrderRow> rows, GridQuery query)
    {
        if (query["state"] is { Length: > 0 } state)
        {
            rows = rows.Where(row => row.State == state);
        }

        if (long.TryParse(query["station"], out var station))
        {
            rows = rows.Where(row => row.StationId == station);
        }

        if (long.TryParse(query["zone"], out var zone))
        {
            rows = rows.Where(row => row.ZoneId == zone);
        }

        if (query["product"] is { Length: > 0 } product)
        {
            rows = rows.Where(row => row.Product == product);
        }

        return OrderMonth.Begins(query["month"]) is var (from, to) ? rows.Where(row => row.DeliveredAt >= from && row.DeliveredAt < to) : rows;
    }

    /// <summary>A number of an order or a member, the code of a receipt, a paper's whole code, or a name.</summary>
    private static IQueryable<OrderRow> Search(IQueryable<OrderRow> rows, string text)
    {
        var plain = PaperCode.Plain(text);
        if (OrderPaper.Parse(plain) is { } paper)
        {
            return rows.Where(row => row.Number == paper.Number && row.Code == paper.Code);
        }

        if (long.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return rows.Where(row => row.Number == number || row.Member == plain);
        }

        var (found, code) = (rows, plain.Length == LengthOfCode ? plain : "");
        foreach (var word in NameSearch.Words(text))
        {
            found = found.Where(row => row.SearchName.Contains(word) || row.Code == code);
        }

        return found;
    }

    private static IOrderedQueryable<OrderRow> Sort(IQueryable<OrderRow> rows, GridQuery query) => query.Sort switch
    {
        "order" => rows.By(row => row.Station, query).ThenBy(row => row.Number),
        "day" => rows.By(row => row.DeliveredAt, query),
        "member" => rows.By(row => row.Member, query),
        "product" => rows.By(row => row.Product, query),
        "weight" => rows.By(row => row.Grams, query),
        "to-pay" => rows.By(row => row.ToPay, query),
        _ => rows.OrderByDescending(row => row.DeliveredAt),
    };
}
