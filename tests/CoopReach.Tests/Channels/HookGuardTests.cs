namespace CoopReach.Tests.Channels;

/// <summary>Who may call back, and how often.</summary>
public sealed class HookGuardTests
{
    private const string Key = "the-key-of-the-tests";

    [Theory]
    [InlineData("", null, 401)]
    [InlineData("?key=", null, 401)]
    [InlineData("?key=the-key-of-the-test", null, 401)]
    [InlineData("?key=THE-KEY-OF-THE-TESTS", null, 401)]
    [InlineData("?key=the-key-of-the-tests&key=the-key-of-the-tests", null, 401)]
    [InlineData("", "another", 401)]
    [InlineData("?key=the-key-of-the-tests", "another", 401)]
    [InlineData("?key=the-key-of-the-tests", null, 200)]
    [InlineData("?Key=the-key-of-the-tests", null, 200)]
    [InlineData("", Key, 200)]
    [InlineData("?key=another", Key, 200)]
    public async Task A_callback_needs_the_key_in_its_address_or_its_header_and_the_header_counts_first(string query, string? header, int status)
    {
        await using var service = await Service.StartAsync(settings: new Dictionary<string, string> { ["Channels:AfricasTalking:HookKey"] = Key });
        using var hook = new RawHook(service);
        foreach (var path in new[] { RawHook.Ussd, RawHook.Ended })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path + query)
            {
                Content = new StringContent(path == RawHook.Ussd ? CallbackBody.With() : CallbackBody.EndedWith(), new System.Net.Http.Headers.MediaTypeHeaderValue(RawHook.FormType)),
            };
            if (header is not null)
            {
                request.Headers.Add("X-Hook-Key", header);
            }

            var answer = await hook.SendAsync(request);
            Assert.Equal(status, answer.Status);
            Assert.DoesNotContain(Key, answer.Body, StringComparison.Ordinal);
        }

        Assert.Equal(status == 200 ? 2 : 0, await hook.RowsAsync());
    }

    [Theory]
    [InlineData("10.0.0.0/8", 403)]
    [InlineData("2001:db8::/32", 403)]
    [InlineData("127.0.0.1/32", 200)]
    [InlineData("0.0.0.0/0", 200)]
    public async Task A_callback_comes_from_an_allowed_network(string network, int status)
    {
        await using var service = await Service.StartAsync(settings: new Dictionary<string, string> { ["Channels:AfricasTalking:AllowedNetworks:0"] = network });
        using var hook = new RawHook(service);

        Assert.Equal(status, (await hook.PostAsync(CallbackBody.With())).Status);
        Assert.Equal(status == 200 ? 2 : 0, await hook.RowsAsync());
    }

    [Fact]
    public async Task A_phone_that_asks_faster_than_a_person_can_is_told_to_wait_and_others_are_not()
    {
        await using var service = await Service.StartAsync(settings: new Dictionary<string, string> { ["Channels:AfricasTalking:StepsPerMinute"] = "5" });
        using var hook = new RawHook(service);
        for (var step = 0; step < 5; step++)
        {
            Assert.StartsWith("CON ", (await hook.PostAsync(CallbackBody.With())).Body, StringComparison.Ordinal);
        }

        var before = await hook.RowsAsync();
        foreach (var written in new[] { "+250788000101", "0788000101", "250788000101" })
        {
            var sixth = await hook.PostAsync(CallbackBody.With(("phoneNumber", written)));
            Assert.Equal(200, sixth.Status);
            Assert.StartsWith("END Wagerageje inshuro nyinshi.", sixth.Body, StringComparison.Ordinal);
        }

        Assert.Equal(before, await hook.RowsAsync());
        Assert.StartsWith("CON ", (await hook.PostAsync(CallbackBody.With(("phoneNumber", "+250788000102")))).Body, StringComparison.Ordinal);
    }
}
