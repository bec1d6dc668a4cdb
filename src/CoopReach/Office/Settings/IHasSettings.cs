using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine.Phrases;

namespace CoopReach.Office.Settings;

/// <summary>A value the product works by.</summary>
/// <param name="Group">Phrase family office.settings.group: cooperative, announcements, service, gateways, conversations, access.</param>
/// <param name="Name">What it is.</param>
/// <param name="Key">Name of the setting for whoever runs the service; null for what stands in the register.</param>
public sealed record Setting(string Group, Value Name, Value Said, string? Key = null);

/// <summary>A room that works by values somebody may want to know. Never a secret: only whether it is set.</summary>
public interface IHasSettings
{
    ValueTask<IReadOnlyList<Setting>> OfAsync(Seat seat, Statements db);
}
