using System.Net;
using System.Text.RegularExpressions;
using CoopReach.Access;
using CoopReach.Demo;
using CoopReach.Tests.Conversations;

namespace CoopReach.Tests.Office;

/// <summary>A browser without scripts: it keeps cookies, sends the forms it was shown, and says where it is sent to.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly Service _service;
    private readonly HttpClient _client;

    private Visitor(Service service)
    {
        _service = service;
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies })
        {
            BaseAddress = service.ClientOptions.BaseAddress,
            DefaultRequestHeaders = { { "Accept-Language", "en" }, { "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" } },
        };
    }

    public string Page { get; private set; } = "";

    public string Path { get; private set; } = "";

    public HttpResponseMessage Answer { get; private set; } = new();

    /// <summary>Where the answer sends the browser.</summary>
    public string? SentTo => Answer.Headers.Location?.ToString();

    public IEnumerable<string> Set => Answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [];

    /// <summary>What the page says, as somebody reads it.</summary>
    public string Text => WebUtility.HtmlDecode(Page);

    public static Visitor Of(Service service) => new(service);

    /// <summary>Keeps every line, for tests that look for what must not be in one.</summary>
    public static KeptLog NewLog() => new();

    public Task<string> OpenAsync(string path) => KeepAsync(path, new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Opens what the last answer sent to.</summary>
    public Task<string> GoOnAsync() => OpenAsync(SentTo!);

    /// <summary>Sends a form of this page with what it carries hidden.</summary>
    public Task<string> SendAsync(string form, params (string Name, string Value)[] typed) => PostAsync(Path, [.. Hidden(form), .. typed]);

    /// <summary>Sends the same without the token that says it came from our page.</summary>
    public Task<string> ForgeAsync(string form, params (string Name, string Value)[] typed) =>
        PostAsync(Path, [.. Hidden(form).Where(field => !field.Name.StartsWith("__", StringComparison.Ordinal)), .. typed]);

    public Task<string> PostAsync(string path, params (string Name, string Value)[] fields) => KeepAsync(
        path, new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });

    public async Task<string> KnockAsync(string login, string password = DemoUsers.Password, string back = "")
    {
        await OpenAsync($"/sign-in{back}");
        return await SendAsync("sign-in", ("login", login), ("password", password));
    }

    /// <summary>In, with password and code; a code is good once, so whoever comes again comes later.</summary>
    public async Task ComeInAsync(string login)
    {
        await KnockAsync(login);
        await GoOnAsync();
        await SendAsync("code", ("code", Code()));
        Assert.Equal("/", SentTo);
    }

    public Task<string> SignOutAsync() => PostAsync("/sign-out", [.. Hidden("/sign-out")]);

    public string Code(string key = DemoUsers.TotpKey) => Totp.CodeAt(key, _service.Clock.GetUtcNow());

    public string? Cookie(string name, string path = "/") => _cookies.GetCookies(new Uri(_service.ClientOptions.BaseAddress, path))[name]?.Value;

    public void Put(string name, string value, string path) => _cookies.Add(_service.ClientOptions.BaseAddress, new Cookie(name, value, path));

    public void Dispose() => _client.Dispose();

    private async Task<string> KeepAsync(string path, HttpRequestMessage request)
    {
        using var sent = request;
        Answer = await _client.SendAsync(sent);
        (Path, Page) = (path, await Answer.Content.ReadAsStringAsync());
        return Page;
    }

    private IEnumerable<(string Name, string Value)> Hidden(string form)
    {
        var body = Form().Matches(Page).Select(match => match.Value).Single(text => text.Contains($"value=\"{form}\"", StringComparison.Ordinal) || text.Contains($"action=\"{form}\"", StringComparison.Ordinal));
        return Field().Matches(body).Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)));
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Field();
}
