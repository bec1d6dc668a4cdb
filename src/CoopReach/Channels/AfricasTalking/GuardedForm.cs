using CoopReach.Channels.Hooks;
using CoopReach.Conversations;

namespace CoopReach.Channels.AfricasTalking;

/// <summary>What every callback of Africa's Talking goes through first: the guard, then its form.</summary>
public sealed class GuardedForm(HookGuard guard, DeskMetrics metrics)
{
    /// <summary>The form, or null when the callback was already refused.</summary>
    public async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        if (!guard.IsAllowed(context.Connection.RemoteIpAddress))
        {
            return await RefuseAsync(context, StatusCodes.Status403Forbidden, "callbacks are not taken from this address");
        }

        if (!guard.KnowsKey(context.Request))
        {
            return await RefuseAsync(context, StatusCodes.Status401Unauthorized, "the hook key is missing or wrong");
        }

        var (form, refusal) = await HookForm.ReadAsync(context);
        return form ?? await RefuseAsync(context, refusal!.Status, refusal.Problem);
    }

    /// <summary>The same for a form in which nothing is wrong either.</summary>
    /// <param name="problemOf">Says in one line what is; null when nothing.</param>
    public async Task<IFormCollection?> ReadAsync(HttpContext context, Func<IFormCollection, string?> problemOf) =>
        await ReadAsync(context) is not { } form ? null
        : problemOf(form) is { } problem ? await RefuseAsync(context, StatusCodes.Status400BadRequest, problem)
        : form;

    public async Task<IFormCollection?> RefuseAsync(HttpContext context, int status, string problem)
    {
        metrics.Refused(problem);
        await HookForm.RefuseAsync(context, new HookRefusal(status, problem));
        return null;
    }
}
