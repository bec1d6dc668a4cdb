using System.Globalization;
using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Privacy;

/// <summary>What the member agreed to and has not taken back.</summary>
public sealed class ConsentsAction : IMenuAction
{
    private const string Sql = """
        select min(k.id), k.purpose, max(k.given_at) from consents k join memberships m on m.person_id = k.person_id
        where m.id = $1 and k.withdrawn_at is null group by k.purpose order by 1
        """;

    private static readonly string[] Named = ["service", "broadcast", "whatsapp", "credit-reference", "photo", "location"];

    public ActionShape Shape { get; } = new("privacy.consents", ["ok", "none"], "consents", "purpose", "when") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var rows = await step.Db.AllAsync(Sql, Read, step.MembershipId);
        return rows.Count == 0 ? new Outcome("none") : new Outcome("ok").With("consents", rows);
    }

    private static Row Read(ResultRow row) => new($"{row.Number(0)}", new Dictionary<string, Value>
    {
        ["purpose"] = Purpose(row.Text(1)),
        ["when"] = Value.Date(Kigali.Date(row.Time(2))),
    });

    internal static Value Purpose(string purpose) => Value.Phrase($"privacy.purpose.{(Named.Contains(purpose) ? purpose : "other")}");
}

/// <summary>The consent picked from the list, and what changes for the member without it.</summary>
public sealed class ConsentAction : IMenuAction
{
    private const string Sql = "select k.purpose from consents k join memberships m on m.person_id = k.person_id where k.id = $1 and m.id = $2";

    public ActionShape Shape { get; } = new("privacy.consent", ["ok"], "purpose", "without") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var purpose = await step.Db.FirstAsync(Sql, row => row.Text(0), Picked(step), step.MembershipId);
        return new Outcome("ok").With("purpose", ConsentsAction.Purpose(purpose!)).With("without", Value.Phrase($"privacy.without.{KindOf(purpose!)}"));
    }

    internal static long Picked(Step step) => long.Parse(step.Answer("consents")!, CultureInfo.InvariantCulture);

    /// <summary>Without the service the account is shut by phone, with the consent to a photo the photo goes.</summary>
    internal static string KindOf(string purpose) => purpose is "service" or "photo" ? purpose : "other";
}

/// <summary>The consent picked from the list is taken back, for all phones it was given on; a photo goes with it. The notice is asked again at the next dial.</summary>
public sealed class WithdrawAction : IMenuAction
{
    private const string Find = """
        select m.cooperative_id, m.person_id, k.purpose from consents k join memberships m on m.person_id = k.person_id where k.id = $1 and m.id = $2
        """;

    private const string Withdraw = "update consents set withdrawn_at = $3 where person_id = $1 and purpose = $2 and withdrawn_at is null";

    public ActionShape Shape { get; } = new("privacy.withdraw", ["service", "photo", "other"]) { Private = true, Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var id = ConsentAction.Picked(step);
        var (number, channel, now) = (step.Place.Facts["number"].Text, step.Channel, step.Now);
        var (cooperative, person, purpose) = await step.Db.FirstAsync(
            Find, row => (row.Number(0), row.Number(1), row.Text(2)), id, step.MembershipId);
        step.Write(async db =>
        {
            await db.ExecuteAsync(Withdraw, person, purpose, now);
            if (purpose == "photo")
            {
                await db.ExecuteAsync("delete from person_photos where person_id = $1", person);
            }

            await AuditLog.WriteAsync(db, cooperative, now, $"member:{number}", "consent.withdraw", $"member:{number}", purpose, channel);
        });

        return new Outcome(ConsentAction.KindOf(purpose!));
    }
}
