using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.People;

namespace CoopReach.Money;

/// <summary>Pay what is due through a day.</summary>
/// <param name="Method">momo, bank or sacco.</param>
/// <param name="Key">Names this one wish: asked again with the same key, the same batch is answered.</param>
public sealed record BatchWish(string Method, DateOnly Through, string Key);

/// <summary>Somebody with money due who is not in the batch, and why: no-destination, held, contested.</summary>
public sealed record LeftOut(string Member, long Amount, string Reason);

/// <summary>What was prepared; no batch where nobody is to be paid.</summary>
public sealed record PreparedBatch(long? BatchId, long Payments, long Amount, IReadOnlyList<LeftOut> LeftOut);

/// <summary>A payment as it would be.</summary>
public sealed record PreviewedPayment(string Member, string Name, int Orders, long Amount, string? Destination);

/// <summary>What a wish would prepare now. Whoever prepares it a moment later may find less.</summary>
public sealed record BatchPreview(IReadOnlyList<PreviewedPayment> Payments, IReadOnlyList<LeftOut> LeftOut)
{
    public long Amount => Payments.Sum(payment => payment.Amount);
}

/// <summary>
/// Puts everything that is due, uncontested and not held into one batch: a payment for each member. It waits for another
/// person; from now on its money is spoken for.
/// </summary>
public sealed class PrepareBatch(Store store, TimeProvider clock)
{
    private const string Known = """
        select b.id, count(p.id), cast(coalesce(sum(p.amount), 0) as bigint) from payment_batches b left join payments p on p.batch_id = b.id
        where b.cooperative_id = $1 and b.origin = $2 group by b.id
        """;

    private const string Due = $"""
        select o.membership_id, o.id, {Owed.Left} from purchase_orders o
        where o.cooperative_id = $1 and o.due_on <= $2 and {Owed.Payable} order by o.membership_id, o.due_on, o.id
        """;

    /// <summary>The first phone, where the member asked for nothing else.</summary>
    private const string Who = $"""
        select m.id, m.number, {Owed.OfMember}, {Owed.Held}, coalesce(a.account, {Recipient.FirstPhone}), i.family_name, i.given_names
        from memberships m join people i on i.id = m.person_id left join payout_accounts a on a.membership_id = m.id
        where m.cooperative_id = $1 and coalesce(a.method, 'momo') = $2
        """;

    private const string Contested = """
        select m.number, cast(sum(d.amount) as bigint) from disputes d join purchase_orders o on o.id = d.order_id join memberships m on m.id = o.membership_id
        left join payout_accounts a on a.membership_id = m.id
        where o.cooperative_id = $1 and o.due_on <= $2 and coalesce(a.method, 'momo') = $3 and d.amount > 0
            and not exists (select 1 from dispute_events e where e.dispute_id = d.id and e.kind in ('settled', 'refused', 'withdrawn'))
        group by m.number order by m.number
        """;

    /// <summary>What would be prepared, and whose money stays: nothing is written.</summary>
    /// <exception cref="RefusedException">The method is not one of a batch.</exception>
    public async Task<BatchPreview> PreviewAsync(Staff by, BatchWish wish, CancellationToken cancel)
    {
        MustBeOfABatch(wish);
        await using var reading = await store.ReadAsync(cancel);
        var (paid, leftOut) = await ShareAsync(reading.Db, by, wish, clock.GetUtcNow());
        var contested = await reading.Db.AllAsync(Contested, row => new LeftOut(row.Text(0), row.Number(1), "contested"), by.CooperativeId, wish.Through, wish.Method);

        return new(
            [.. paid.Select(share => new PreviewedPayment(share.Payee.Number, share.Payee.Name, share.Orders.Count, share.Amount, share.Payee.Destination))],
            [.. leftOut, .. contested]);
    }

    /// <exception cref="RefusedException">The method is not one of a batch.</exception>
    public async Task<PreparedBatch> RunAsync(Staff by, BatchWish wish, CancellationToken cancel)
    {
        MustBeOfABatch(wish);
        var now = clock.GetUtcNow();
        PreparedBatch? prepared = null;
        await store.CommitAsync(
            async db =>
            {
                await MoneyQueue.JoinAsync(db, by.CooperativeId);
                prepared = await db.FirstAsync(Known, row => new PreparedBatch(row.Number(0), row.Number(1), row.Number(2), []), by.CooperativeId, wish.Key)
                    ?? await PrepareAsync(db, by, wish, now);
            },
            cancel);

        return prepared!;
    }

    private static void MustBeOfABatch(BatchWish wish)
    {
        if (wish.Method is not ("momo" or "bank" or "sacco"))
        {
            throw RefusedException.Because("payments.refused.method");
        }
    }

    private static async ValueTask<PreparedBatch> PrepareAsync(Statements db, Staff by, BatchWish wish, DateTimeOffset now)
    {
        var (paid, leftOut) = await ShareAsync(db, by, wish, now);
        return new(paid.Count == 0 ? null : await WriteAsync(db, by, wish, paid, now), paid.Count, paid.Sum(share => share.Amount), leftOut);
    }

    /// <summary>Who is to get how much for which orders, and who would if they could be paid.</summary>
    private static async ValueTask<(List<Share> Paid, List<LeftOut> LeftOut)> ShareAsync(Statements db, Staff by, BatchWish wish, DateTimeOffset now)
    {
        var due = await db.AllAsync(Due, row => new DueOrder(row.Number(0), row.Number(1), row.Number(2)), by.CooperativeId, wish.Through);
        var people = await db.AllAsync(
            Who, row => new Payee(row.Number(0), row.Text(1), row.Number(2), row.Flag(3), row.TextOrNull(4), $"{row.Text(5)} {row.Text(6)}"), by.CooperativeId, wish.Method, now);
        var orders = due.Where(order => order.Left > 0).ToLookup(order => order.MembershipId);
        var shares = people
            .Select(payee => new Share(payee, Cut([.. orders[payee.MembershipId]], payee.MayGet)))
            .Where(share => share.Amount > 0).OrderBy(share => share.Payee.Number, StringComparer.Ordinal).ToList();

        return (
            [.. shares.Where(share => share.Payee.Reason is null)],
            [.. shares.Where(share => share.Payee.Reason is not null).Select(share => new LeftOut(share.Payee.Number, share.Amount, share.Payee.Reason!))]);
    }

    /// <summary>Oldest orders first, until what the member may get is used up.</summary>
    private static List<DueOrder> Cut(List<DueOrder> orders, long mayGet)
    {
        var cut = new List<DueOrder>();
        foreach (var order in orders.TakeWhile(_ => mayGet > 0))
        {
            cut.Add(order with { Left = Math.Min(order.Left, mayGet) });
            mayGet -= order.Left;
        }

        return cut;
    }

    private static async ValueTask<long> WriteAsync(Statements db, Staff by, BatchWish wish, List<Share> shares, DateTimeOffset now)
    {
        var (cooperative, method) = (by.CooperativeId, wish.Method);
        var batch = await PaymentBatch.Table.AppendAsync(
            db, new PaymentBatch { CooperativeId = cooperative, Method = method, PreparedBy = by.Actor, PreparedAt = now, Origin = wish.Key });
        var payments = await Payment.Table.AppendAsync(db, [.. shares.Select(share => new Payment
        {
            CooperativeId = cooperative,
            BatchId = batch,
            MembershipId = share.Payee.MembershipId,
            Amount = share.Amount,
            Method = method,
            Origin = $"batch:{batch}:{share.Payee.Number}",
            At = now,
        })]);
        await PaymentLine.Table.AppendAsync(db, [.. shares.SelectMany((share, place) => share.Orders.Select(
            order => new PaymentLine { CooperativeId = cooperative, PaymentId = payments[place], OrderId = order.OrderId, Amount = order.Left }))]);
        for (var place = 0; place < shares.Count; place++)
        {
            await db.ExecuteAsync("insert into payment_destinations (payment_id, destination) values ($1, $2)", payments[place], shares[place].Payee.Destination);
        }

        await AuditLog.WriteAsync(
            db, cooperative, now, by.Actor, "batch.prepare", $"batch:{batch}", $"{shares.Count} payments, {shares.Sum(share => share.Amount)} Frw, {method}", "console");
        return batch;
    }

    private sealed record DueOrder(long MembershipId, long OrderId, long Left);

    private sealed record Payee(long MembershipId, string Number, long MayGet, bool Held, string? Destination, string Name)
    {
        public string? Reason => Held ? "held" : Destination is null ? "no-destination" : null;
    }

    private sealed record Share(Payee Payee, List<DueOrder> Orders)
    {
        public long Amount => Orders.Sum(order => order.Left);
    }
}
