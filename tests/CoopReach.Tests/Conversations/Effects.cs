using CoopReach.Tests.Data;

namespace CoopReach.Tests.Conversations;

/// <summary>How much of what a conversation can change is there: rows, and how often PINs were tried or changed.</summary>
internal sealed record Effects(long Messages, long Audited, long Consents, long Phones, long PinVersions, long PinFailures, long Steps, long Moves)
{
    public static async Task<Effects> OfAsync(TestDatabase database) => new(
        await database.NumberAsync("select count(*) from outbox_messages"),
        await database.NumberAsync("select count(*) from audit_log"),
        await database.NumberAsync("select count(*) from consents"),
        await database.NumberAsync("select count(*) from phones"),
        await database.NumberAsync("select sum(version) from pin_credentials"),
        await database.NumberAsync("select sum(failures) from pin_credentials"),
        await database.NumberAsync("select count(*) from conversation_steps"),
        await database.NumberAsync("select coalesce(sum(hop), 0) from conversation_steps"));
}
