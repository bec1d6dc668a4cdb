using System.Globalization;
using System.Text.Json;

namespace CoopReach.Broadcasts;

/// <summary>Whom a broadcast is for: members of the cooperative to whom all that is said here applies; what is left out does not count.</summary>
public sealed record Audience
{
    public IReadOnlyList<long> Zones { get; init; } = [];

    /// <summary>Codes of villages, cells or sectors: whoever lives there or below.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Codes of products somebody delivered in the last twelve months.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>primary or affiliated.</summary>
    public string? Kind { get; init; }

    /// <summary>female or male.</summary>
    public string? Sex { get; init; }

    /// <summary>Delivered something since that day.</summary>
    public DateOnly? ActiveSince { get; init; }

    /// <summary>Delivered nothing since that day.</summary>
    public DateOnly? IdleSince { get; init; }

    /// <summary>Francs the cooperative owes them at the least.</summary>
    public long? OwedAtLeast { get; init; }

    /// <summary>Francs of loans left at the least.</summary>
    public long? DebtAtLeast { get; init; }

    /// <summary>rw, en, fr.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Member numbers picked by hand.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Only whose phone is on the list that was uploaded for the broadcast: <see cref="UploadNumbers"/>.</summary>
    public bool Uploaded { get; init; }

    /// <summary>So many can be picked of anything; more are a list to upload.</summary>
    public const int MostPicked = 1_000;

    internal bool PicksTooMany => new[] { Zones.Count, Places.Count, Products.Count, Languages.Count, this.Members.Count }.Max() > MostPicked;

    public string ToJson() => JsonSerializer.Serialize(this);

    public static Audience FromJson(string json) => JsonSerializer.Deserialize<Audience>(json)!;

    /// <summary>
    /// The conditions as SQL on the member <c>m</c> and the person <c>i</c>. $2 is the start of the year that counts, $3
    /// the day of activity, $4 the picked numbers between commas, $5 the broadcast. Whatever is not a number is checked to be
    /// a code before it stands here.
    /// </summary>
    internal string ToSql()
    {
        var all = new List<string> { "m.cooperative_id = $1 and m.ended_on is null and i.erased_at is null" };
        AddAny(all, Zones.Select(zone => string.Create(CultureInfo.InvariantCulture, $"m.zone_id = {zone}")));
        AddAny(all, Places.Select(place => $"i.village_code like '{Code(place)}%'"));
        AddAny(all, Products.Select(product => $"exists (select 1 from purchase_orders o where o.membership_id = m.id and o.delivered_at >= $2 and o.product = '{Code(product)}')"));
        AddAny(all, Kind is null ? [] : [$"m.kind = '{Code(Kind)}'"]);
        AddAny(all, Sex is null ? [] : [$"i.sex = '{Code(Sex)}'"]);
        AddAny(all, ActiveSince is null ? [] : [Delivered]);
        AddAny(all, IdleSince is null ? [] : [$"not {Delivered}"]);
        AddAny(all, OwedAtLeast is { } owed ? [string.Create(CultureInfo.InvariantCulture, $"{Owed} >= {owed}")] : []);
        AddAny(all, DebtAtLeast is { } debt ? [string.Create(CultureInfo.InvariantCulture, $"{Debt} >= {debt}")] : []);
        AddAny(all, Languages.Select(language => $"i.language = '{Code(language)}'"));
        AddAny(all, this.Members.Count == 0 ? [] : ["$4 like '%,' || m.number || ',%'"]);
        AddAny(all, Uploaded ? [OnTheList] : []);

        return string.Join(" and ", all);
    }

    /// <summary>Francs owed to the member for produce.</summary>
    internal const string Owed = """
        coalesce((select cast(sum(case when l.credit = 'payable' then l.amount else -l.amount end) as bigint) from ledger_entries l
            where l.membership_id = m.id and (l.credit = 'payable' or l.debit = 'payable')), 0)
        """;

    private const string Debt = """
        coalesce((select cast(sum(case when l.debit = 'loans' then l.amount else -l.amount end) as bigint) from ledger_entries l
            where l.membership_id = m.id and (l.credit = 'loans' or l.debit = 'loans')), 0)
        """;

    private const string Delivered = "exists (select 1 from purchase_orders o where o.membership_id = m.id and o.delivered_at >= $3)";

    private const string OnTheList = """
        exists (select 1 from person_phones u join broadcast_numbers n on n.phone = u.phone_number where n.broadcast_id = $5 and u.person_id = i.id)
        """;

    private static void AddAny(List<string> all, IEnumerable<string> any)
    {
        if (any.ToList() is { Count: > 0 } some)
        {
            all.Add($"({string.Join(" or ", some)})");
        }
    }

    /// <summary>Codes are letters, digits and hyphens; anything else is no code and must not become part of a query.</summary>
    private static string Code(string code) => code.Length is > 0 and <= 40 && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        ? code
        : throw new ArgumentException("A part of the audience is no code.", nameof(code));
}
