using CoopReach.Outbox;
using CoopReach.Tests.Data;
using Verdict = CoopReach.Outbox.Verdict;

namespace CoopReach.Tests.Outbox;

public sealed class DeadLetterTests
{
    public static TheoryData<Provider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_person_settles_what_is_unknown_and_nothing_else(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        post.Gateway.Says = letter => SendResult.ForAll(letter, letter.Body == "lost" ? new Verdict(Fate.Unknown, Reason: "the line was cut") : new Verdict(Fate.Refused, Reason: "InvalidPhoneNumber (403)"));
        await post.QueueAsync("lost", "lost");
        await post.QueueAsync("wrong", "wrong");
        await post.SendAsync();
        var letters = new DeadLetters(post.Database.Store, post.Clock);

        var waiting = await letters.ReadAsync(10, CancellationToken.None);
        Assert.Equal(["InvalidPhoneNumber (403)", "the line was cut"], waiting.Select(letter => letter.Reason).Order());
        var (lost, wrong) = (waiting.Single(letter => letter.Status == "unknown").Id, waiting.Single(letter => letter.Status == "failed").Id);

        Assert.True(await letters.SettleAsync(lost, arrived: true, CancellationToken.None));
        Assert.False(await letters.SettleAsync(lost, arrived: false, CancellationToken.None));
        Assert.False(await letters.SettleAsync(wrong, arrived: true, CancellationToken.None));
        Assert.Equal(("delivered", "failed"), (await post.StatusAsync("lost"), await post.StatusAsync("wrong")));
    }
}
