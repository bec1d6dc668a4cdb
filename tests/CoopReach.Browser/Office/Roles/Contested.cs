using CoopReach.Browser.Office.House;
using CoopReach.Browser.Site;
using CoopReach.Data;
using CoopReach.Disputes;
using CoopReach.Engine;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Roles;

/// <summary>What a member of TWZ says is wrong, by phone, and how the office answers it.</summary>
internal sealed class Contested(OwnOffice office)
{
    private Store Store => office.Site.Product.Services.GetRequiredService<Store>();

    private DateTimeOffset Now => office.Site.Product.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <returns>Its code, as the cooperative reads it.</returns>
    public async Task<string> FileAsync()
    {
        var (now, seq) = (Now, 0L);
        await Store.CommitAsync(
            async db =>
            {
                var id = await Dispute.Table.AppendAsync(db, new Dispute
                {
                    CooperativeId = 2,
                    MembershipId = await db.FirstAsync("select id from memberships where cooperative_id = 2 and number = '0102'", row => row.Number(0)),
                    Reason = DisputeReason.MissingDelivery,
                    ClaimedGrams = 38_000,
                    DeliveredOn = Kigali.Date(now).AddDays(-4),
                    AnswerBy = Kigali.Date(now).AddDays(2),
                    Channel = "ussd",
                    At = now.AddDays(-3),
                });
                seq = await db.FirstAsync("select seq from disputes where id = $1", row => row.Number(0), id);
            },
            CancellationToken.None);
        return Dispute.CodeOf(seq);
    }

    /// <summary>The member takes it one level higher.</summary>
    public Task RaiseAsync(string code) => Store.CommitAsync(
        async db => await DisputeEvent.Table.AppendAsync(db, new DisputeEvent
        {
            CooperativeId = 2,
            DisputeId = await db.FirstAsync("select id from disputes where cooperative_id = 2 and seq = $1", row => row.Number(0), long.Parse(code[2..], System.Globalization.CultureInfo.InvariantCulture)),
            Kind = DisputeEvent.Raised,
            Actor = "member:0102",
            At = Now,
        }),
        CancellationToken.None);

    /// <summary>What the member was told of it.</summary>
    public async Task<long> ToldAsync(string code, string said)
    {
        await using var reading = await Store.ReadAsync(CancellationToken.None);
        return await reading.Db.FirstAsync("select count(*) from outbox_messages where body like $1", row => row.Number(0), $"%{code}%{said}%");
    }

    /// <summary>Answers the dispute whose page is open.</summary>
    public static async Task AnswerAsync(OfficeVisit visit, string decision, string said)
    {
        await visit.Page.GetByLabel("Decision").SelectOptionAsync(decision);
        await visit.Page.GetByLabel("What the member reads").FillAsync(said);
        await visit.PressAsync("Send the answer");
        await Expect(visit.Page.GetByText("Answered. The member gets an SMS now.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByLabel("Decision")).ToHaveCountAsync(0);
    }
}
