using System.Net;

namespace CoopReach.Tests.Office;

/// <summary>Two hundred megabytes at once are refused whoever sends them, and nobody waits until they have come.</summary>
public sealed class SmallRequestTests
{
    private const long Sent = 200_000_000;

    [Theory]
    [InlineData("/imports")]
    [InlineData("/sign-in")]
    [InlineData("/_blazor/negotiate")]
    public async Task What_says_that_it_is_too_large_is_refused_in_a_sentence_before_it_is_sent(string path)
    {
        await using var service = await Service.StartAsync();
        var zeros = new Zeros();
        using var answer = await SendAsync(service, path, new StreamContent(zeros) { Headers = { ContentLength = Sent } });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("More than 1 MB was sent at once and was not read. Choose the file on its page instead.", await answer.Content.ReadAsStringAsync());
        Assert.Equal(Sent, zeros.Left);
    }

    [Fact]
    public async Task What_does_not_say_how_large_it_is_is_read_no_further_than_a_form_may_be()
    {
        await using var service = await Service.StartAsync();
        var zeros = new Zeros();
        try
        {
            using var answer = await SendAsync(service, "/sign-in", new StreamContent(zeros) { Headers = { ContentType = new("application/x-www-form-urlencoded") } });
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
        catch (HttpRequestException closed)
        {
            Assert.IsType<IOException>(closed.InnerException, exactMatch: false);
        }

        Assert.InRange(Sent - zeros.Left, 0, 50_000_000);
    }

    private static async Task<HttpResponseMessage> SendAsync(Service service, string path, HttpContent content)
    {
        using var client = new HttpClient { BaseAddress = service.ClientOptions.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { { "Accept-Language", "en" } } };
        request.Headers.ExpectContinue = content.Headers.ContentLength is not null;
        return await client.SendAsync(request);
    }

    /// <summary>As many as are asked for, and none of them in memory.</summary>
    private sealed class Zeros : Stream
    {
        public long Left { get; private set; } = Sent;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, Left);
            buffer.AsSpan(offset, read).Clear();
            Left -= read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
