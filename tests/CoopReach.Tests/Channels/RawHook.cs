using System.Net.Http.Headers;
using System.Text;

namespace CoopReach.Tests.Channels;

/// <summary>Somebody who posts whatever he likes to the hooks.</summary>
internal sealed class RawHook(Service service) : IDisposable
{
    public const string Ussd = "/hooks/africastalking/ussd";
    public const string Ended = "/hooks/africastalking/ussd-ended";
    public const string FormType = "application/x-www-form-urlencoded";

    private readonly HttpClient _http = service.CreateClient();

    public Task<HookAnswer> PostAsync(string body, string path = Ussd, string type = FormType) => PostAsync(Encoding.UTF8.GetBytes(body), path, type);

    public async Task<HookAnswer> PostAsync(byte[] body, string path = Ussd, string? type = FormType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        if (type is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return await SendAsync(request);
    }

    /// <summary>The body in pieces, so that nobody says beforehand how long it will be.</summary>
    public async Task<HookAnswer> PostInChunksAsync(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Ussd) { Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body))) };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(FormType);

        return await SendAsync(request);
    }

    public async Task<HookAnswer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>What callbacks have written so far.</summary>
    public Task<long> RowsAsync() => service.Database.NumberAsync(
        "select (select count(*) from conversations) + (select count(*) from conversation_steps) + (select count(*) from outbox_messages)");

    public void Dispose() => _http.Dispose();
}

internal sealed record HookAnswer(int Status, string Body)
{
    public bool IsScreen => Status == 200 && (Body.StartsWith("CON ", StringComparison.Ordinal) || Body.StartsWith("END ", StringComparison.Ordinal));

    /// <summary>Refused with one clear line, and nothing of how the product is made.</summary>
    public bool IsRefusal => Status is >= 400 and < 500 && Body.Length is > 0 and < 120 && !Body.Contains('\n', StringComparison.Ordinal)
        && !Body.Contains("Exception", StringComparison.Ordinal);
}

/// <summary>A callback's form, right in every field but those a test names; a value of null leaves the field out.</summary>
internal static class CallbackBody
{
    private const string Code = "*384*2667#";

    public static string With(params (string Name, string? Value)[] changed) => Encode(
    [
        ("sessionId", $"ATUid_{Guid.NewGuid():N}"), ("serviceCode", Code), ("phoneNumber", "+250788000101"), ("networkCode", "63510"), ("text", ""),
    ], changed);

    public static string EndedWith(params (string Name, string? Value)[] changed) => Encode(
    [
        ("date", "2026-05-15 08:00:00"), ("sessionId", "ATUid_ended"), ("serviceCode", Code), ("networkCode", "63510"), ("phoneNumber", "+250788000101"),
        ("status", "Incomplete"), ("cost", "0.0000"), ("durationInMillis", "41875"), ("hopsCount", "3"),
    ], changed);

    /// <summary>The same, and a field once more at the end.</summary>
    public static string Twice(string name, string value) => $"{With()}&{name}={Uri.EscapeDataString(value)}";

    private static string Encode((string Name, string? Value)[] fields, (string Name, string? Value)[] changed)
    {
        var replaced = changed.ToDictionary(field => field.Name, field => field.Value);
        var all = fields.Where(field => !replaced.ContainsKey(field.Name)).Concat(changed).Where(field => field.Value is not null);

        return string.Join('&', all.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value!)}"));
    }
}
