using System.Text;

namespace CoopReach.Tests.Channels;

/// <summary>Requests that are no callback form at all: each is refused, and nothing is written.</summary>
public sealed class RequestShapeTests(RunningService running) : IClassFixture<RunningService>
{
    /// <summary>Which of the two depends on what else is mapped there: in Development the files of the pages are.</summary>
    private static readonly int[] NotHere = [404, 405];

    [Theory]
    [InlineData("application/json", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData("application/x-www-form-urlencodedx", 415)]
    [InlineData("application/x-www-form-urlencoded/", 415)]
    [InlineData("nonsense", 415)]
    [InlineData(null, 415)]
    public async Task A_body_that_is_no_form_is_refused(string? type, int status) =>
        await AssertRefusedAsync(status, running.Hook.PostAsync(Encoding.UTF8.GetBytes(CallbackBody.With()), RawHook.Ussd, type));

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8")]
    [InlineData("Application/X-WWW-Form-Urlencoded")]
    [InlineData("application/x-www-form-urlencoded; charset=\"UTF-8\"")]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense")]
    public async Task A_form_is_read_whatever_its_parameters(string type)
    {
        var answer = await running.Hook.PostAsync(CallbackBody.With(), type: type);
        Assert.True(answer.IsScreen, answer.ToString());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Another_method_is_refused(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{RawHook.Ussd}?{CallbackBody.With()}");
        Assert.Contains((await running.Hook.SendAsync(request)).Status, NotHere);
    }

    [Fact]
    public async Task A_request_without_a_body_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, RawHook.Ussd);
        await AssertRefusedAsync(415, running.Hook.SendAsync(request));
    }

    [Fact]
    public async Task A_megabyte_is_refused_before_it_is_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, RawHook.Ussd)
        {
            Content = new StringContent(CallbackBody.With(("text", new string('1', 1024 * 1024))), new System.Net.Http.Headers.MediaTypeHeaderValue(RawHook.FormType)),
        };
        request.Headers.ExpectContinue = true;
        await AssertRefusedAsync(413, running.Hook.SendAsync(request));
    }

    /// <summary>No field of it is too long: one that is may be met first, and is another refusal.</summary>
    [Fact]
    public async Task A_body_in_chunks_is_refused_at_the_limit() => await AssertRefusedAsync(
        413, running.Hook.PostInChunksAsync(CallbackBody.With([.. Enumerable.Range(0, 8).Select(number => ($"other{number}", (string?)new string('1', 5 * 1024)))])));

    [Fact]
    public async Task A_body_in_chunks_below_the_limit_is_read() => Assert.True((await running.Hook.PostInChunksAsync(CallbackBody.With())).IsScreen);

    [Fact]
    public async Task Too_many_fields_are_refused() =>
        await AssertRefusedAsync(400, running.Hook.PostAsync(CallbackBody.With() + string.Concat(Enumerable.Range(0, 100).Select(number => $"&f{number}=1"))));

    [Fact]
    public async Task A_field_with_a_long_name_is_refused() =>
        await AssertRefusedAsync(400, running.Hook.PostAsync($"{CallbackBody.With()}&{new string('n', 200)}=1"));

    [Fact]
    public async Task A_field_with_a_long_value_is_refused() =>
        await AssertRefusedAsync(400, running.Hook.PostAsync($"{CallbackBody.With()}&other={new string('v', 9000)}"));

    [Theory]
    [InlineData("%zz")]
    [InlineData("%4")]
    [InlineData("%")]
    [InlineData("%00")]
    [InlineData("%FF%FE")]
    [InlineData("%C0%AF")]
    [InlineData("%ED%A0%80")]
    [InlineData("%u0041")]
    public async Task A_broken_encoding_is_an_answer_like_another_or_is_refused(string text)
    {
        var answer = await running.Hook.PostAsync(CallbackBody.With(("text", null)) + "&text=" + text);
        Assert.True(answer.IsScreen || answer.IsRefusal, answer.ToString());
        Assert.DoesNotContain("problem occurred", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_do_no_harm()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(CallbackBody.With(("text", null)) + "&text="), 0xFF, 0xC3, 0x28, 0x80];
        var answer = await running.Hook.PostAsync(body);
        Assert.True(answer.IsScreen || answer.IsRefusal, answer.ToString());
    }

    [Fact]
    public async Task A_hook_nobody_made_is_not_found()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/africastalking/other");
        Assert.Contains((await running.Hook.SendAsync(request)).Status, NotHere);
    }

    private async Task AssertRefusedAsync(int status, Task<HookAnswer> asked)
    {
        var before = await running.Hook.RowsAsync();
        var answer = await asked;

        Assert.Equal(status, answer.Status);
        Assert.True(answer.IsRefusal, answer.ToString());
        Assert.Equal(before, await running.Hook.RowsAsync());
    }
}
