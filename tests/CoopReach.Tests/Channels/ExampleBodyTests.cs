namespace CoopReach.Tests.Channels;

/// <summary>Bodies as Africa's Talking sends them, byte for byte but for the service code and the phone.</summary>
public sealed class ExampleBodyTests(RunningService running) : IClassFixture<RunningService>
{
    private const string Head =
        "sessionId=ATUid_5d3b4c2bc589f4811820a7184eed4df5&serviceCode=*384*2667%23&phoneNumber=%2B250788000101&networkCode=63510&text=";

    [Fact]
    public async Task A_session_as_it_goes_over_the_wire_gets_a_screen_at_every_hop_and_its_end_is_taken()
    {
        foreach (var text in new[] { "", "1", "1*2", "1*2*5000", "1*2*5000*1" })
        {
            var screen = await running.Hook.PostAsync(Head + text);
            Assert.True(screen.IsScreen, $"{text}: {screen}");
        }

        var ended = await running.Hook.PostAsync(
            "date=2026-03-04+09%3A15%3A27&sessionId=ATUid_5d3b4c2bc589f4811820a7184eed4df5&serviceCode=*384*2667%23&networkCode=63510"
            + "&phoneNumber=%2B250788000101&status=Incomplete&cost=0.0000&durationInMillis=41875&hopsCount=3&input=1*2"
            + "&lastAppResponse=CON+Andika+amafaranga&errorMessage=",
            RawHook.Ended);
        Assert.Equal(new HookAnswer(200, "OK"), ended);
    }

    [Theory]
    [InlineData("Success")]
    [InlineData("Incomplete")]
    [InlineData("Failed")]
    public async Task An_end_of_a_session_nobody_knows_is_taken_and_changes_nothing(string status)
    {
        var before = await running.Hook.RowsAsync();

        Assert.Equal(200, (await running.Hook.PostAsync(CallbackBody.EndedWith(("status", status)), RawHook.Ended)).Status);
        Assert.Equal(before, await running.Hook.RowsAsync());
    }

    [Fact]
    public async Task An_answer_is_plain_text_without_a_mark_before_it()
    {
        using var client = running.Service.CreateClient();
        using var form = new StringContent(CallbackBody.With(), new System.Net.Http.Headers.MediaTypeHeaderValue(RawHook.FormType));
        using var response = await client.PostAsync(new Uri(RawHook.Ussd, UriKind.Relative), form);

        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("CON "u8.ToArray(), (await response.Content.ReadAsByteArrayAsync())[..4]);
    }
}
