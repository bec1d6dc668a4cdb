using System.Text.RegularExpressions;
using CoopReach.Money;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.People;

/// <summary>One of several people who use a phone: the PIN that is right now, how often it was missed, and what is said of nobody else.</summary>
internal sealed partial class Housemate(string pin, params string[] accounts)
{
    private const string Said = """
        select p.family_name, p.given_names, m.number, m.id from memberships m join people p on p.id = m.person_id
        join cooperatives c on c.id = m.cooperative_id where c.code || ' ' || m.number = $1
        """;

    private const string Figures = """
        select number from purchase_orders where membership_id = $1 union select net_amount from purchase_orders where membership_id = $1
        union select amount from payments where membership_id = $1 union select amount from ledger_entries where membership_id = $1
        """;

    public IReadOnlyList<string> Accounts => accounts;

    public string Pin { get; set; } = pin;

    /// <summary>Wrong PINs in a row; three lock.</summary>
    public int Failures { get; set; }

    public bool IsLocked => Failures >= 3;

    /// <summary>What the office gave, while it is good.</summary>
    public string? Code { get; set; }

    public HashSet<string> Marks { get; } = [];

    /// <summary>Reads what belongs to this one: the name as it stands above an account, order numbers, and sums of money.</summary>
    public async Task ReadAsync(TestDatabase database)
    {
        foreach (var account in accounts)
        {
            var (family, given, number, id) = await database.ReadAsync(
                db => db.FirstAsync(Said, row => (row.Text(0), row.Text(1), row.Text(2), row.Number(3)), account));
            var balance = await database.ReadAsync(db => Balance.OfAsync(db, id));
            var sums = await database.ReadAsync(db => db.AllAsync(Figures, row => row.Number(0), id));
            Marks.Add($"{family} {given[0]}. {number}");
            Marks.UnionWith(sums.Append(balance.Due).Append(balance.Savings).Append(balance.SharesAmount).Where(sum => sum >= 1000).Select(sum => $"{sum}"));
        }
    }

    /// <summary>The first thing on the screen that is this one's alone; null when there is none.</summary>
    public string? SeenOn(string screen)
    {
        var plain = Separator().Replace(screen, "");
        var words = plain.Split([' ', '\n', ':', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        return Marks.FirstOrDefault(mark => mark.Contains(' ', StringComparison.Ordinal) ? plain.Contains(mark, StringComparison.Ordinal) : words.Contains(mark));
    }

    /// <summary>Between thousands: 15,000 and 15 000.</summary>
    [GeneratedRegex(@"(?<=\d)[ ,](?=\d{3}(?!\d))")]
    private static partial Regex Separator();
}
