using CoopReach.Data;

namespace CoopReach.Outbox;

/// <summary>
/// What a lane takes in hand: first what somebody waits for, then the messages of open plans, as far as the rate, the cap
/// of the plan and the patience of each recipient allow. Each method runs inside the transaction of a turn.
/// </summary>
internal sealed class LaneBook(IGateway gateway, LaneSettings lane, OutboxSettings settings)
{
    // The same place in every query: $1 channel or plan, $2 now, $3 gateway, $4 whether people are awake or the start of the week, $5 lease, $6 most.
    private const string Due = """
        status = 'queued' and channel = $1 and due_at <= $2
            and (plan_id is null or ($4 and exists (select 1 from outbox_plans p where p.id = plan_id and p.state = 'open')))
        """;

    private const string Work = $"""
        select case when exists (select 1 from outbox_messages where status = 'sending' and gateway = $3 and leased_until < $2) then 1
            when exists (select 1 from outbox_gateways where name = $3 and paused_because is not null and (paused_until is null or paused_until > $2)) then 0
            when exists (select 1 from outbox_messages where {Due}) or ($4 and exists (select 1 from outbox_plans p where p.state = 'open'
                and exists (select 1 from outbox_messages m where m.plan_id = p.id and m.channel = $1 and m.status = 'planned'))) then 1 else 0 end
        """;

    private const string Take = "update outbox_messages set status = 'sending', gateway = $3, leased_until = $5, sent_at = $2, attempts = attempts + 1 where id in";

    private const string Row = "id, phone, body, template, attempts, plan_id, price";

    private const string OpenPlans = "select id, cap - spent, together from outbox_plans where state = 'open' order by id";

    private const string ThisWeek = """
        (select count(*) from outbox_messages w where w.person_id = outbox_messages.person_id and w.plan_id is not null
            and w.sent_at > $4 and w.id <> outbox_messages.id and w.status in ('sending', 'sent', 'delivered', 'unknown'))
        """;

    private const string PutBack = """
        update outbox_messages set status = 'planned', leased_until = null, gateway = null, sent_at = null, attempts = attempts - 1 where id = $1
        """;

    private const string LeaveOut = """
        update outbox_messages set status = 'left-out', leased_until = null, gateway = null, sent_at = null, reason = 'enough messages this week' where id = $1
        """;

    private readonly Rate _rate = new(lane.PerSecond);
    private readonly Outcomes _outcomes = new(gateway, settings);

    public async ValueTask<bool> HasWorkAsync(Statements db, DateTimeOffset now) =>
        await db.FirstAsync(Work, row => row.Number(0), gateway.Channel, now, gateway.Name, !settings.Quiet.Include(now)) == 1;

    public async ValueTask WriteAsync(Statements db, IReadOnlyList<Returned> returned, DateTimeOffset now)
    {
        await _outcomes.WriteAsync(db, returned, now);
        await _outcomes.ExpireAsync(db, now);
    }

    /// <summary>Takes what this many requests can carry.</summary>
    public async ValueTask<Claim> ClaimAsync(Statements db, int requests, DateTimeOffset now)
    {
        var state = await GatewayState.LockAsync(db, gateway.Name, now);
        if (state.IsPaused(now))
        {
            return Claim.Nothing;
        }

        var allowed = _rate.Available(state.FreeAt, now, requests * gateway.MostTogether);
        var letters = allowed == 0 ? [] : await LettersAsync(db, requests, allowed, now);
        var gone = letters.Sum(letter => letter.Messages.Count);
        var freeAt = _rate.After(state.FreeAt, now, gone);
        if (gone > 0)
        {
            await GatewayState.UseAsync(db, gateway.Name, freeAt);
        }

        return new Claim(letters, gone == allowed && letters.Count < requests ? _rate.UntilNext(freeAt, now) : null);
    }

    private async ValueTask<List<ClaimedLetter>> LettersAsync(Statements db, int requests, int allowed, DateTimeOffset now)
    {
        var awaited = await DueAsync(db, Math.Min(requests, allowed), now);
        var letters = Letters.Of(awaited, gateway.MostTogether);
        if (settings.Quiet.Include(now))
        {
            return letters;
        }

        allowed -= awaited.Count;
        foreach (var plan in await db.AllAsync(OpenPlans + db.ForUpdate, row => new OpenPlan(row.Number(0), row.Number(1), row.Flag(2))))
        {
            var room = requests - letters.Count;
            if (room == 0 || allowed == 0)
            {
                break;
            }

            var more = await PlannedAsync(db, plan, room, allowed, now);
            allowed -= more.Sum(letter => letter.Messages.Count);
            letters.AddRange(more);
        }

        return letters;
    }

    private ValueTask<List<ClaimedMessage>> DueAsync(Statements db, int most, DateTimeOffset now) => db.AllAsync(
        $"{Take} (select id from outbox_messages where {Due} order by priority, due_at, id limit $6{db.SkippingLocked}) returning {Row}",
        ReadMessage, gateway.Channel, now, gateway.Name, !settings.Quiet.Include(now), now + settings.Lease, (long)most);

    private async ValueTask<List<ClaimedLetter>> PlannedAsync(Statements db, OpenPlan plan, int room, int allowed, DateTimeOffset now)
    {
        var most = Math.Min(allowed, plan.Together ? room * gateway.MostTogether : room);
        var taken = await db.AllAsync(
            $"{Take} (select id from outbox_messages where plan_id = $1 and channel = $7 and status = 'planned' order by id limit $6{db.SkippingLocked}) returning {Row}, {ThisWeek}",
            row => (Message: ReadMessage(row), ThisWeek: row.Number(7)),
            plan.Id, now, gateway.Name, now.AddDays(-7), now + settings.Lease, (long)most, gateway.Channel);
        var patient = taken.ToLookup(one => one.ThisWeek < settings.MostAWeek, one => one.Message);
        foreach (var message in patient[false])
        {
            await db.ExecuteAsync(LeaveOut, message.Id);
        }

        return await PayAsync(db, plan, [.. patient[true].OrderBy(message => message.Id)], room);
    }

    /// <summary>What the plan can pay for and the requests can carry goes; the rest stays planned, and a plan that cannot pay is held.</summary>
    private async ValueTask<List<ClaimedLetter>> PayAsync(Statements db, OpenPlan plan, List<ClaimedMessage> wanted, int room)
    {
        var price = 0L;
        var paid = wanted.TakeWhile(message => (price += message.Price) <= plan.Left).ToList();
        var letters = Letters.Of(paid, gateway.MostTogether).Take(room).ToList();
        var gone = letters.SelectMany(letter => letter.Messages).ToList();
        foreach (var message in wanted.Skip(gone.Count))
        {
            await db.ExecuteAsync(PutBack, message.Id);
        }

        await db.ExecuteAsync("update outbox_plans set spent = spent + $2 where id = $1", plan.Id, gone.Sum(message => message.Price));
        if (paid.Count < wanted.Count)
        {
            await db.ExecuteAsync("update outbox_plans set state = 'held', held_because = 'budget' where id = $1", plan.Id);
        }

        return letters;
    }

    private static ClaimedMessage ReadMessage(ResultRow row) =>
        new(row.Number(0), row.Text(1), row.Text(2), row.TextOrNull(3), row.Number(4), row.NumberOrNull(5), row.Number(6));

    private sealed record OpenPlan(long Id, long Left, bool Together);
}
