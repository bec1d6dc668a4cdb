using System.Text.Encodings.Web;
using System.Text.Json;
using CoopReach.Outbox;

namespace CoopReach.Broadcasts;

/// <summary>
/// How a message reaches somebody: free text on WhatsApp to whoever wrote to us within its window, an approved template to
/// whoever agreed to WhatsApp, SMS to all others (domain section 2.10).
/// </summary>
/// <param name="TemplateId">The gateway's id of the template; null for free text.</param>
internal sealed record Way(string Channel, string Phone, string? TemplateId = null)
{
    // The values go over the wire as they are written, and nobody reads them as HTML.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool IsWhatsApp => Channel == OutboxQueue.WhatsApp;

    public static Way To(Candidate candidate, BroadcastSettings settings) => candidate switch
    {
        { WroteFrom: { } phone } => new(OutboxQueue.WhatsApp, phone),
        { AgreedOn: { } phone } when settings.TemplateIn(candidate.Language) is { Length: > 0 } template => new(OutboxQueue.WhatsApp, phone, template),
        _ => new(OutboxQueue.Sms, candidate.Phone!),
    };

    /// <summary>As the outbox keeps it. A value of a template is one line.</summary>
    public string? TemplateWith(string body) => TemplateId is null
        ? null
        : $"{TemplateId} {JsonSerializer.Serialize(new Dictionary<string, string> { ["1"] = body.Replace('\n', ' ') }, Plain)}";
}
