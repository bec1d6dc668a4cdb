using System.Text.Json;

namespace CoopReach.Tests.Channels.Gateways;

/// <summary>What is known of a provider's wire, as data: requests that were captured, replies and callbacks that were documented or seen.</summary>
internal static class WireFile
{
    public static readonly JsonElement AfricasTalking = Read("africastalking.json");
    public static readonly JsonElement Twilio = Read("twilio.json");
    public static readonly JsonElement Signatures = Read("twilio-signatures.json");

    /// <summary>The element at a path such as outbound.response.statusCodes.</summary>
    public static JsonElement At(this JsonElement element, string path) => path.Split('.').Aggregate(element, (inner, name) => inner.GetProperty(name));

    public static string Text(this JsonElement element, string path) => element.At(path).ToString();

    public static Dictionary<string, string> Texts(this JsonElement element, string path) =>
        element.At(path).EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ToString());

    private static JsonElement Read(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Channels", "Wire", name))).RootElement;
}
