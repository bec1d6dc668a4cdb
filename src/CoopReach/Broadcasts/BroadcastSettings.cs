using CoopReach.Engine;

namespace CoopReach.Broadcasts;

/// <summary>Section <c>Broadcasts</c> of the settings.</summary>
public sealed class BroadcastSettings
{
    /// <summary>Francs a segment costs on each network.</summary>
    public long MtnPrice { get; set; } = 15;

    /// <inheritdoc cref="MtnPrice"/>
    public long AirtelPrice { get; set; } = 15;

    /// <inheritdoc cref="MtnPrice"/>
    public long OtherPrice { get; set; } = 15;

    /// <summary>Francs a message on WhatsApp costs while somebody's window is open.</summary>
    public long WhatsAppPrice { get; set; }

    /// <summary>Francs a template costs.</summary>
    public long WhatsAppTemplatePrice { get; set; } = 40;

    /// <summary>The approved template for each language, HX..., whose only value is the text; empty: SMS outside the window.</summary>
    public string WhatsAppTemplateRw { get; set; } = "";

    /// <inheritdoc cref="WhatsAppTemplateRw"/>
    public string WhatsAppTemplateEn { get; set; } = "";

    /// <inheritdoc cref="WhatsAppTemplateRw"/>
    public string WhatsAppTemplateFr { get; set; } = "";

    /// <summary>A broadcast that costs more needs a second person, francs.</summary>
    public long ApproveAbove { get; set; } = 3_000;

    /// <summary>The network by the number's prefix (domain section 2.8), which is a hint: numbers can be carried over.</summary>
    public static string NetworkOf(string phone) => phone.Length > 5 ? phone[..6] switch
    {
        "+25078" or "+25079" => "MTN",
        "+25072" or "+25073" => "Airtel",
        _ => "other",
    }
    : "other";

    internal string TemplateIn(Language language) => language switch
    {
        Language.English => WhatsAppTemplateEn,
        Language.French => WhatsAppTemplateFr,
        _ => WhatsAppTemplateRw,
    };

    /// <summary>Francs for a message of so many segments to that number.</summary>
    public long PriceOf(string phone, int segments) => segments * NetworkOf(phone) switch
    {
        "MTN" => MtnPrice,
        "Airtel" => AirtelPrice,
        _ => OtherPrice,
    };
}
