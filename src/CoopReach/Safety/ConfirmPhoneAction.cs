using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Engine.Menus;

namespace CoopReach.Safety;

/// <summary>The member says from the new phone that it is theirs; a second person in the office has the last word.</summary>
public sealed class ConfirmPhoneAction : IMenuAction
{
    private const string Confirm = "update phone_changes set confirmed_at = $2 where code_id = $1 and confirmed_at is null and stopped_at is null";

    public ActionShape Shape { get; } = new("safety.confirm-phone", ["ok", "over"]) { Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var code = await OpenCode.OfAsync(step);
        if (code is null || !code.WorksOn(step.Phone))
        {
            return new Outcome("over");
        }

        var (now, channel) = (step.Now, step.Channel);
        step.Write(async db =>
        {
            if (!await code.UseAsync(db, now) || await db.ExecuteAsync(Confirm, code.Id, now) == 0)
            {
                throw new StepConflictException($"The change behind code {code.Id} moved on.");
            }

            await AuditLog.WriteAsync(db, code.CooperativeId, now, $"member:{code.Number}", "phone.confirm", $"member:{code.Number}", "from the new phone", channel);
        });

        return new Outcome("ok");
    }
}
