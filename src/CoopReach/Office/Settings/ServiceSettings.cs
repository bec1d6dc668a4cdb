using System.Reflection;
using CoopReach.Access;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Outbox;
using Microsoft.Extensions.Options;

namespace CoopReach.Office.Settings;

/// <summary>How the service runs, for its administrator. Of what is secret it says whether it is there.</summary>
internal sealed class ServiceSettings(
    IConfiguration configuration, IEnumerable<IGateway> gateways, IOptions<ConversationSettings> conversations, IOptions<AccessSettings> access, IOptions<OutboxSettings> outbox) : IHasSettings
{
    private static readonly string[] Secrets =
    [
        "Channels:AfricasTalking:HookKey", "Channels:AfricasTalking:Username", "Channels:AfricasTalking:ApiKey", "Channels:Twilio:AccountSid", "Channels:Twilio:AuthToken",
        "Channels:Twilio:ApiKeySecret",
    ];

    public ValueTask<IReadOnlyList<Setting>> OfAsync(Seat seat, Statements db) =>
        new(seat.Role == Role.Administrator ? [.. Service(), .. Gateways(), .. Conversations(), .. Access()] : []);

    private static string Version => typeof(ServiceSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private IEnumerable<Setting> Service() =>
    [
        new("service", Value.Phrase("office.settings.version"), Version),
        new("service", Value.Phrase("office.settings.database"), configuration["Database:Provider"] is { Length: > 0 } provider ? provider : "Sqlite", "Database:Provider"),
        new("service", Value.Phrase("office.settings.public-url"), configuration["PublicUrl"] is { Length: > 0 } url ? url : Amounts.NotSet, "PublicUrl"),
        new("service", Value.Phrase("office.settings.zone"), Value.Phrase("office.settings.kigali")),
    ];

    private IEnumerable<Setting> Gateways() =>
    [
        .. gateways.OrderBy(gateway => gateway.Channel).Select(gateway => new Setting("gateways", Value.Phrase($"office.settings.channel.{gateway.Channel}"), gateway.Name)),
        .. Secrets.Select(key => new Setting("gateways", Value.Phrase("office.settings.secret", ("of", OfWhom(key))), configuration[key] is { Length: > 0 } ? Amounts.IsSet : Amounts.NotSet, key)),
        new("gateways", Value.Phrase("office.settings.attempts"), Value.Number(outbox.Value.MostAttempts), "Outbox:MostAttempts"),
    ];

    /// <summary>Channels:Twilio:AuthToken is Twilio AuthToken.</summary>
    private static string OfWhom(string key) => string.Join(' ', key.Split(':')[1..]);

    private IEnumerable<Setting> Conversations() =>
    [
        new("conversations", Value.Phrase("office.settings.code"), conversations.Value.ServiceCode, "Channels:AfricasTalking:ServiceCode"),
        new("conversations", Value.Phrase("office.settings.screen"), Value.Number(conversations.Value.ScreenLimit), "Conversations:ScreenLimit"),
        new("conversations", Value.Phrase("office.settings.reply"), Amounts.Time(conversations.Value.ReplyBudget), "Conversations:ReplyBudget"),
        new("conversations", Value.Phrase("office.settings.resume"), Amounts.Time(conversations.Value.ResumeWithin), "Conversations:ResumeWithin"),
        new("conversations", Value.Phrase("office.settings.transcripts"), Amounts.Days(conversations.Value.TranscriptDays), "Conversations:TranscriptDays"),
    ];

    private IEnumerable<Setting> Access() =>
    [
        new("access", Value.Phrase("office.settings.idle"), Amounts.Time(access.Value.Idle), "Access:Idle"),
        new("access", Value.Phrase("office.settings.oldest"), Amounts.Time(access.Value.Oldest), "Access:Oldest"),
        new("access", Value.Phrase("office.settings.tries"), Value.Number(access.Value.MostTries), "Access:MostTries"),
        new("access", Value.Phrase("office.settings.lock"), Amounts.Time(access.Value.Lock), "Access:Lock"),
        new("access", Value.Phrase("office.settings.invitation"), Amounts.Time(access.Value.Invitation), "Access:Invitation"),
    ];
}
