using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Privacy;

/// <summary>A copy of everything, by whoever answers for the data.</summary>
public sealed class AskCopyAction : IMenuAction
{
    public ActionShape Shape { get; } = new("privacy.ask-copy", ["ok"], "request", "answer-by") { Private = true, Changes = true };

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) => Requests.AskAsync(step, DataRequest.Copy, "");
}

/// <summary>Something is wrong, in the member's own words.</summary>
public sealed class AskCorrectionAction : IMenuAction
{
    public ActionShape Shape { get; } = new("privacy.ask-correction", ["ok"], "request", "answer-by") { Private = true, Changes = true };

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) => Requests.AskAsync(step, DataRequest.Correct, step.Answer("mistake")!);
}

/// <summary>Erasure of what no law keeps: deliveries and payments stay in the books, under a number.</summary>
public sealed class AskErasureAction : IMenuAction
{
    public ActionShape Shape { get; } = new("privacy.ask-erasure", ["ok"], "request", "answer-by") { Private = true, Changes = true };

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) => Requests.AskAsync(step, DataRequest.Erase, "");
}

/// <summary>Writes a request down, with the day it is answered by.</summary>
internal static class Requests
{
    private const int DaysToAnswer = 30;

    private const string Next = "select coalesce(max(id), 0) + 1 from data_requests";

    private const string Insert = """
        insert into data_requests (id, membership_id, kind, detail, channel, asked_at, answer_by) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (id) do nothing
        """;

    private const string CooperativeOf = "select cooperative_id from memberships where id = $1";

    public static async ValueTask<Outcome> AskAsync(Step step, string kind, string detail)
    {
        var (member, channel, now) = (step.MembershipId, step.Channel, step.Now);
        var number = step.Place.Facts["number"].Text;
        var cooperative = await step.Db.FirstAsync(CooperativeOf, row => row.Number(0), member);
        var id = await step.Db.FirstAsync(Next, row => row.Number(0));
        var answerBy = Kigali.Date(now).AddDays(DaysToAnswer);
        step.Write(async db =>
        {
            if (await db.ExecuteAsync(Insert, id, member, kind, detail, channel, now, answerBy) == 0)
            {
                throw new StepConflictException($"Somebody else asked under the number {id}.");
            }

            await AuditLog.WriteAsync(db, cooperative, now, $"member:{number}", "data.ask", $"member:{number}", $"{kind} {id}", channel);
        });

        return new Outcome("ok").With("request", Value.Number(id)).With("answer-by", Value.Date(answerBy));
    }
}
