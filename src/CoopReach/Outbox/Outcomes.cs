using CoopReach.Data;

namespace CoopReach.Outbox;

/// <summary>Writes down what became of messages that were handed to a gateway.</summary>
internal sealed class Outcomes(IGateway gateway, OutboxSettings settings)
{
    private static readonly string Accept =
        $"update outbox_messages set status = 'sent', provider_id = $2, cost = $3, reason = null, leased_until = null where id = $1 and status in ({MessageLife.From(MessageLife.Accept)})";

    private static readonly string Fail =
        $"update outbox_messages set status = 'failed', reason = $2, leased_until = null where id = $1 and status in ({MessageLife.From(MessageLife.Fail)})";

    private static readonly string Lose =
        $"update outbox_messages set status = 'unknown', reason = $2, leased_until = null where id = $1 and status in ({MessageLife.From(MessageLife.Lose)}) returning sent_at";

    private static readonly string Return = $"""
        update outbox_messages set status = 'queued', reason = $2, due_at = $3, attempts = $4, leased_until = null
        where id = $1 and status in ({MessageLife.From(MessageLife.Return)})
        """;

    private const string Expired = "select id from outbox_messages where status = 'sending' and gateway = $1 and leased_until < $2 order by id";

    private const string Expire = """
        update outbox_messages set status = 'unknown', leased_until = null, reason = 'the node that was sending it is gone'
        where id = $1 and status = 'sending' returning phone, sent_at
        """;

    /// <summary>The cap holds for what a gateway asks, not for what we thought it would: a plan that has reached it is held.</summary>
    private const string Charge = """
        update outbox_plans set spent = case when spent + $2 < cap then spent + $2 else cap end,
            state = case when spent + $2 > cap then 'held' else state end,
            held_because = case when spent + $2 > cap and state = 'open' then 'budget' else held_because end
        where id = $1
        """;

    /// <summary>Ten-thousandths of a franc.</summary>
    private const long Franc = 10_000;

    /// <summary>The oldest message first, as reports lock them: whoever waits for whom, nobody waits in a circle.</summary>
    public async ValueTask WriteAsync(Statements db, IReadOnlyList<Returned> returned, DateTimeOffset now)
    {
        foreach (var (message, verdict) in returned.SelectMany(back => back.Letter.Messages.Zip(back.Outcome.Verdicts)).OrderBy(one => one.First.Id))
        {
            await WriteAsync(db, message, verdict, now);
        }

        foreach (var halt in returned.Select(back => back.Outcome.Halt).OfType<Halt>())
        {
            await GatewayState.PauseAsync(db, gateway.Name, halt, now);
        }
    }

    /// <summary>Whatever a node that is gone had in hand is unknown, unless the gateway has told of it since.</summary>
    public async ValueTask ExpireAsync(Statements db, DateTimeOffset now)
    {
        foreach (var id in await db.AllAsync(Expired + db.ForUpdate, row => row.Number(0), gateway.Name, now))
        {
            var (phone, sentAt) = await db.FirstAsync(Expire, row => (row.Text(0), row.Time(1)), id);
            await DeliveryReports.TakeKeptAsync(db, gateway.Name, phone!, sentAt);
        }
    }

    private async ValueTask WriteAsync(Statements db, ClaimedMessage message, Verdict verdict, DateTimeOffset now)
    {
        switch (verdict.Fate)
        {
            case Fate.Accepted:
                await db.ExecuteAsync(Accept, message.Id, verdict.ProviderId, verdict.Cost);
                await ChargeMoreAsync(db, message, verdict.Cost);
                await (verdict.ProviderId is { } named ? DeliveryReports.TakeKeptAsync(db, gateway.Name, named) : default);
                break;
            case Fate.Unknown:
                await LoseAsync(db, message, verdict.Reason);
                break;
            case Fate.Held:
                await db.ExecuteAsync(Return, message.Id, verdict.Reason, now, message.Attempt - 1);
                break;
            case Fate.Later when message.Attempt < settings.MostAttempts:
                await db.ExecuteAsync(Return, message.Id, verdict.Reason, now + Backoff.After(message.Attempt, message.Id), message.Attempt);
                break;
            default:
                await FailAsync(db, message, verdict, now);
                await (verdict.Fate == Fate.Elsewhere ? BySms.TurnAsync(db, message.Id) : default);
                break;
        }
    }

    /// <summary>However long its request hung, what the gateway has told of it since it went is taken.</summary>
    private async ValueTask LoseAsync(Statements db, ClaimedMessage message, string? reason)
    {
        if (await db.FirstAsync(Lose, row => (DateTimeOffset?)row.Time(0), message.Id, reason) is { } sentAt)
        {
            await DeliveryReports.TakeKeptAsync(db, gateway.Name, message.Phone, sentAt);
        }
    }

    private static async ValueTask ChargeMoreAsync(Statements db, ClaimedMessage message, long? cost)
    {
        if (message.PlanId is { } plan && cost > message.Price * Franc)
        {
            await db.ExecuteAsync(Charge, plan, ((cost.Value + Franc - 1) / Franc) - message.Price);
        }
    }

    /// <summary>It will not arrive; 0 when it was further already.</summary>
    internal static ValueTask<int> FailAsync(Statements db, long message, string? reason) => db.ExecuteAsync(Fail, message, reason);

    /// <summary>It cost nothing, so its plan may spend the price on somebody else.</summary>
    private async ValueTask FailAsync(Statements db, ClaimedMessage message, Verdict verdict, DateTimeOffset now)
    {
        if (await FailAsync(db, message.Id, verdict.Reason) == 1 && message.PlanId is { } plan)
        {
            await db.ExecuteAsync("update outbox_plans set spent = spent - $2 where id = $1", plan, message.Price);
        }

        if (verdict.Stops)
        {
            await Stops.AddAsync(db, message.Phone, gateway.Channel, "gateway", now);
        }
    }
}
