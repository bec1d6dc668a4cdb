using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CoopReach.Channels.Twilio;
using CoopReach.Tests.Channels.Gateways;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Channels.Twilio;

/// <summary>Twilio as it calls back: every form is signed with the account's token, over our public address.</summary>
internal sealed class SignedHook(Service service) : IDisposable
{
    public const string Public = "https://coop.example";
    public const string Token = "0123456789abcdef0123456789abcdef";
    public const string Status = "/hooks/twilio/status";
    public const string Message = "/hooks/twilio/message";

    private readonly RawHook _hook = new(service);

    public static readonly Dictionary<string, string> Settings = new(SentMessages.WorkerOff)
    {
        ["PublicUrl"] = Public,
        ["Channels:Twilio:AccountSid"] = "AC00000000000000000000000000000001",
        ["Channels:Twilio:AuthToken"] = Token,
        ["Channels:Twilio:WhatsAppFrom"] = "+14155238886",
        ["Channels:Twilio:SmsFrom"] = "+14155550100",
    };

    public static async Task<(Service Service, SignedHook Hook)> StartAsync(Provider provider = Provider.Sqlite)
    {
        var service = await Service.StartAsync(provider, Settings);
        return (service, new SignedHook(service));
    }

    public async Task<HookAnswer> PostAsync(string path, string body) => await PostAsync(path, body, await SignAsync(path, body));

    public async Task<HookAnswer> PostAsync(string path, string body, string? signature, string type = RawHook.FormType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type)) };
        if (signature is not null)
        {
            request.Headers.Add("X-Twilio-Signature", signature);
        }

        return await _hook.SendAsync(request);
    }

    /// <summary>What is sent to whoever wrote; null for nothing.</summary>
    public static string? MessageOf(HookAnswer answer)
    {
        Assert.Equal(200, answer.Status);
        var response = XDocument.Parse(answer.Body).Root!;
        Assert.Equal("Response", response.Name.LocalName);
        return response.Element("Message")?.Value;
    }

    public static async Task<string> SignAsync(string path, string body)
    {
        var fields = await FormFields.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), CancellationToken.None);
        var text = Public + path + string.Concat(fields.All.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // The provider chose the algorithm.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }

    public void Dispose() => _hook.Dispose();
}
