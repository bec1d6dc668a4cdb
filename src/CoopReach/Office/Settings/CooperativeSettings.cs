using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Outbox;
using Microsoft.Extensions.Options;

namespace CoopReach.Office.Settings;

/// <summary>What a cooperative is registered with, and when its announcements rest.</summary>
internal sealed class CooperativeSettings(IOptions<OutboxSettings> outbox) : IHasSettings
{
    private const string Sql = "select name, certificate, payment_term_days, deduction_cap_permille, help_phone from cooperatives where id = $1";

    public async ValueTask<IReadOnlyList<Setting>> OfAsync(Seat seat, Statements db) =>
        seat.CooperativeId is { } id ? (await db.FirstAsync(Sql, Read, id))! : [];

    private Setting[] Read(ResultRow row) =>
    [
        new("cooperative", Value.Phrase("office.settings.name"), row.Text(0)),
        new("cooperative", Value.Phrase("office.settings.certificate"), row.Text(1)),
        new("cooperative", Value.Phrase("office.settings.payment-term"), Amounts.Days(row.Number(2))),
        new("cooperative", Value.Phrase("office.settings.deduction-cap"), Percent.Of(row.Number(3))),
        new("cooperative", Value.Phrase("office.settings.help-phone"), row.TextOrNull(4) ?? Amounts.NotSet),
        new("announcements", Value.Phrase("office.settings.most-a-week"), Value.Number(outbox.Value.MostAWeek), "Outbox:MostAWeek"),
        new("announcements", Value.Phrase("office.settings.quiet"), Quiet(outbox.Value), "Outbox:QuietFrom, Outbox:QuietUntil"),
    ];

    private static Value Quiet(OutboxSettings settings) => settings.QuietFrom == settings.QuietUntil
        ? Value.Phrase("office.settings.never")
        : Value.Phrase("office.settings.from-until", ("from", Value.Time(settings.QuietFrom)), ("until", Value.Time(settings.QuietUntil)));
}
