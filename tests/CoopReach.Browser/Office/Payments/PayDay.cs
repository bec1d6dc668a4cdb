using CoopReach.Audit;
using CoopReach.Browser.Site;
using CoopReach.Data;
using CoopReach.Disputes;
using CoopReach.Engine;
using CoopReach.Money;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Browser.Office.Payments;

/// <summary>What stands in the book of the demo before somebody opens a page of its money.</summary>
internal sealed class PayDay(OfficeSite site)
{
    public const string Accountant = "accountant@twz.demo";
    public const string Manager = "manager@twz.demo";

    private static readonly Staff Prepares = new(2, $"staff:{Accountant}");
    private static readonly Staff Approves = new(2, $"staff:{Manager}");

    private Store Store => Get<Store>();

    /// <summary>A batch of all that is due by mobile money, waiting for a second person.</summary>
    public async Task<long> PrepareAsync()
    {
        var through = Kigali.Date(Get<TimeProvider>().GetUtcNow()).AddDays(60);
        var prepared = await Get<PrepareBatch>().RunAsync(Prepares, new("momo", through, $"{Guid.NewGuid():N}"), CancellationToken.None);
        return prepared.BatchId ?? throw new InvalidOperationException("Nothing is due.");
    }

    public Task ApproveAsync(long batch) => Get<ApproveBatch>().RunAsync(Approves, batch, CancellationToken.None);

    public async Task SettleAsync(long batch, params string[] kinds)
    {
        var payments = await AllAsync("select id from payments where batch_id = $1 order by seq", batch);
        foreach (var (payment, kind) in payments.Zip(kinds))
        {
            await Get<SettlePayment>().RunAsync(Prepares, new(payment, kind, kind == PaymentEvent.Paid ? "MP9001" : null), CancellationToken.None);
        }
    }

    /// <summary>Everything that is on its way failed or was called off: all of it is due again.</summary>
    public async Task FreeAsync()
    {
        foreach (var batch in await AllAsync("select b.id from payment_batches b where b.cooperative_id = 2 and not exists (select 1 from batch_approvals a where a.batch_id = b.id)"))
        {
            await Get<CallOffBatch>().RunAsync(Prepares, batch, CancellationToken.None);
        }

        foreach (var payment in await AllAsync("select p.id from payments p where p.cooperative_id = 2 and not exists (select 1 from payment_events e where e.payment_id = p.id and e.kind in ('paid', 'failed'))"))
        {
            await Get<SettlePayment>().RunAsync(Prepares, new(payment, PaymentEvent.Failed, null), CancellationToken.None);
        }
    }

    /// <summary>The members say that nothing came, that a loan is wanted, that a delivery was not written down; one of it was taken higher.</summary>
    public async Task ComplainAsync(int loan = 901)
    {
        var now = Get<TimeProvider>().GetUtcNow();
        var jean = await NumberAsync("select id from memberships where cooperative_id = 2 and number = '0102'");
        var (missing, raised) = (0L, 0L);
        await Store.CommitAsync(
            async db =>
            {
                missing = await Dispute.Table.AppendAsync(db, NewDispute(jean, now.AddDays(-3)));
                raised = await Dispute.Table.AppendAsync(db, NewDispute(jean, now.AddDays(-30)));
                await DisputeEvent.Table.AppendAsync(db, new DisputeEvent { CooperativeId = 2, DisputeId = raised, Kind = DisputeEvent.Raised, Actor = "member:0102", At = now.AddDays(-1) });
                await db.ExecuteAsync(
                    "insert into loan_requests (cooperative_id, membership_id, number, amount, share_permille, text_version, language, channel, asked_at) values (2, $1, $3, 30000, 100, 'deduct-1', 'rw', 'ussd', $2)",
                    jean, now.AddDays(-2), $"L-{loan}");
            },
            CancellationToken.None);
    }

    /// <summary>A visit by somebody who proved a moment ago who they are.</summary>
    public async Task<OfficeVisit> OpenProvedAsync(string login, int width = 1280, string language = "en")
    {
        var visit = await site.OpenAsync(login, width, language: language);
        await Store.CommitAsync(
            async db => await db.ExecuteAsync("update user_sessions set confirmed_at = $2 where user_id = (select id from users where login = $1)", login, Get<TimeProvider>().GetUtcNow()),
            CancellationToken.None);
        return visit;
    }

    public async Task<long> NumberAsync(string sql, params object?[] values)
    {
        await using var reading = await Store.ReadAsync(CancellationToken.None);
        return await reading.Db.FirstAsync(sql, row => row.Number(0), values);
    }

    /// <summary>What members were told.</summary>
    public async Task<List<string>> SentAsync()
    {
        await using var reading = await Store.ReadAsync(CancellationToken.None);
        return await reading.Db.AllAsync("select body from outbox_messages", row => row.Text(0));
    }

    public T Get<T>()
        where T : notnull => site.Product.Services.GetRequiredService<T>();

    private async Task<List<long>> AllAsync(string sql, params object?[] values)
    {
        await using var reading = await Store.ReadAsync(CancellationToken.None);
        return await reading.Db.AllAsync(sql, row => row.Number(0), values);
    }

    private static Dispute NewDispute(long member, DateTimeOffset at) => new()
    {
        CooperativeId = 2, MembershipId = member, Reason = DisputeReason.MissingDelivery, ClaimedGrams = 38_000, DeliveredOn = Kigali.Date(at).AddDays(-1),
        AnswerBy = Kigali.Date(at).AddDays(14), Channel = "ussd", At = at,
    };
}
