using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace CoopReach.Access;

/// <summary>What is known of somebody between two pages of signing in.</summary>
/// <param name="Stamp">A password changed since makes the ticket worthless.</param>
/// <param name="NewKey">Of a second factor that is being set up.</param>
/// <param name="SessionId">The session it is set up from; null while signing in.</param>
internal sealed record Ticket(
    string Purpose, long UserId, string Stamp, string Device, string Address, DateTimeOffset ExpiresAt, string? NewKey = null, string? SessionId = null)
{
    public const string Code = "code";
    public const string Enrolment = "enrolment";
}

/// <summary>Tickets are sealed and good for five minutes; nothing is kept of them here.</summary>
public sealed class Tickets(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(5);

    /// <summary>Whoever sets up a second factor may have to load the app first.</summary>
    private static readonly TimeSpan Enrolling = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _protector = protection.CreateProtector("CoopReach.Access.Ticket");

    public DateTimeOffset Expiry => clock.GetUtcNow() + Good;

    public DateTimeOffset EnrolmentExpiry => clock.GetUtcNow() + Enrolling;

    internal string Seal(Ticket ticket) => _protector.Protect(JsonSerializer.Serialize(ticket));

    /// <summary>Null when it is over, for something else or nobody's.</summary>
    internal Ticket? Open(string text, string purpose)
    {
        try
        {
            var ticket = JsonSerializer.Deserialize<Ticket>(_protector.Unprotect(text));
            return ticket?.Purpose == purpose && ticket.ExpiresAt > clock.GetUtcNow() ? ticket : null;
        }
        catch (Exception forged) when (forged is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }
}
