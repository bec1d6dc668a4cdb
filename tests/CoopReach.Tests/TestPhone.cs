namespace CoopReach.Tests;

/// <summary>A phone on the simulated network: posts what Africa's Talking would post, and remembers what was typed.</summary>
public sealed class TestPhone(HttpClient http, string number, string network)
{
    private readonly List<string> _inputs = [];

    public string Session { get; private set; } = "";

    /// <summary>A new session; a string dialled behind the code arrives with the first callback.</summary>
    public Task<string> DialAsync(string behindTheCode = "")
    {
        Session = $"ATUid_{Guid.NewGuid():N}";
        _inputs.Clear();
        return behindTheCode.Length == 0 ? PostAsync() : TypeAsync(behindTheCode);
    }

    public Task<string> TypeAsync(string input)
    {
        _inputs.Add(input);
        return PostAsync();
    }

    /// <summary>The same callback once more, as a gateway that heard nothing sends it.</summary>
    public Task<string> PostAsync() => PostAsync(Session, string.Join('*', _inputs));

    /// <summary>Any callback of any session, with all that was typed so far.</summary>
    public async Task<string> PostAsync(string session, string text)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["sessionId"] = session,
            ["serviceCode"] = "*384*2667#",
            ["phoneNumber"] = number,
            ["networkCode"] = network,
            ["text"] = text,
        });
        using var response = await http.PostAsync(new Uri("/hooks/africastalking/ussd", UriKind.Relative), form);

        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
