using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Outbox;

namespace CoopReach.Office.Settings;

/// <summary>Gateways that wait for a person, who is the administrator and nobody else.</summary>
public sealed class Gateways(DeadLetters letters)
{
    public async Task<IReadOnlyList<(string Name, string Because, DateTimeOffset? Until)>> PausedAsync(Seat seat) =>
        seat.Role == Role.Administrator ? await letters.PausedAsync(CancellationToken.None) : [];

    /// <exception cref="RefusedException">They may not.</exception>
    public Task ResumeAsync(Seat by, string gateway) =>
        by.Role == Role.Administrator ? letters.ResumeAsync(gateway, CancellationToken.None) : throw RefusedException.Because("access.refused.no-right");
}
