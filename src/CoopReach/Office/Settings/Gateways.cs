using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Outbox;

namespace CoopReach.Office.Settings;

/// <summary>Gateways that wait for a person, who is the administrator and nobody else.</summary>
public sealed class Gateways(DeadLetters letters)
{
    public static bool May(Seat seat) => seat.Role == Role.Administrator;

    public async Task<IReadOnlyList<(string Name, string Because, DateTimeOffset? Until)>> PausedAsync(Seat seat) =>
        May(seat) ? await letters.PausedAsync(CancellationToken.None) : [];

    /// <exception cref="RefusedException">They may not.</exception>
    /// <returns>False when it went on already.</returns>
    public Task<bool> ResumeAsync(Seat by, string gateway) =>
        May(by) ? letters.ResumeAsync(gateway, CancellationToken.None) : throw RefusedException.Because("access.refused.no-right");
}
