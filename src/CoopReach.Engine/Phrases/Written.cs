using System.Globalization;

namespace CoopReach.Engine.Phrases;

/// <summary>
/// How values are written for people. The forms are Rwanda's own, not those of the machine's culture data,
/// so they are the same wherever the product runs, and every character of them fits an SMS.
/// </summary>
public static class Written
{
    // The space is the plain one: a narrow or no-break space would cost a French SMS more than half its length.
    private static readonly NumberFormatInfo Spaced = new() { NumberGroupSeparator = " ", NumberDecimalSeparator = "," };

    private static readonly string[] RwandanMonths =
    [
        "Mutarama", "Gashyantare", "Werurwe", "Mata", "Gicurasi", "Kamena",
        "Nyakanga", "Kanama", "Nzeri", "Ukwakira", "Ugushyingo", "Ukuboza",
    ];

    private static readonly string[] EnglishMonths =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] FrenchMonths =
    [
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ];

    /// <summary><c>1,250,000</c>; in French <c>1 250 000</c>.</summary>
    public static string Number(Language language, long number) => number.ToString("N0", Signs(language));

    /// <summary><c>84,500 Frw</c>; in French <c>84 500 Frw</c>.</summary>
    public static string Money(Language language, Francs money) => string.Create(Signs(language), $"{money.Count:N0} Frw");

    /// <summary>
    /// Kilograms without the unit, at most one decimal: <c>1,250.5</c>, <c>38</c>; in French <c>1 250,5</c>.
    /// 50 grams round up, below zero down, so that a reversal mirrors what it reverses.
    /// </summary>
    public static string Kilograms(Language language, Weight weight)
    {
        var left = weight.Grams % 100;
        var tenths = (weight.Grams / 100) + (left >= 50 ? 1 : left <= -50 ? -1 : 0);
        var signs = Signs(language);
        var whole = string.Create(signs, $"{(tenths < 0 ? "-" : "")}{Math.Abs(tenths / 10):N0}");
        return tenths % 10 == 0 ? whole : string.Create(signs, $"{whole}{signs.NumberDecimalSeparator}{Math.Abs(tenths % 10)}");
    }

    /// <summary><c>12/04</c>, in every language.</summary>
    public static string Day(DateOnly date) => date.ToString("dd/MM", CultureInfo.InvariantCulture);

    /// <summary><c>12/04/2026</c>, in every language.</summary>
    public static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>17:40</c>, in every language: hours counted in words begin at six in Kinyarwanda.</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>5 Werurwe 2026</c>, <c>5 March 2026</c>, <c>5 mars 2026</c>. For the web: août does not fit a cheap SMS.</summary>
    public static string LongDate(Language language, DateOnly date)
    {
        var months = language switch
        {
            Language.English => EnglishMonths,
            Language.French => FrenchMonths,
            _ => RwandanMonths,
        };
        return string.Create(CultureInfo.InvariantCulture, $"{date.Day} {months[date.Month - 1]} {date.Year}");
    }

    /// <summary>Any value but a phrase, which only a <see cref="PhraseBook"/> can say.</summary>
    /// <exception cref="ArgumentException">The value is a phrase.</exception>
    public static string Of(Language language, Value value) => value.Kind switch
    {
        ValueKind.Text => value.Text,
        ValueKind.Number => Number(language, value.Amount),
        ValueKind.Money => Money(language, new Francs(value.Amount)),
        ValueKind.Weight => Kilograms(language, new Weight(value.Amount)),
        ValueKind.Day => Day(DateOnly.FromDayNumber((int)value.Amount)),
        ValueKind.Date => Date(DateOnly.FromDayNumber((int)value.Amount)),
        ValueKind.Time => Time(TimeOnly.MinValue.AddMinutes(value.Amount)),
        _ => throw new ArgumentException("Only a phrase book can say a phrase.", nameof(value)),
    };

    private static NumberFormatInfo Signs(Language language) =>
        language == Language.French ? Spaced : NumberFormatInfo.InvariantInfo;
}
