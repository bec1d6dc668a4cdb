using CoopReach.Booklets;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Booklets;

/// <summary>Checking a paper on a phone without internet, and that nobody lists the book that way.</summary>
public sealed class CheckByPhoneTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_statement_is_checked_however_its_code_is_typed(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var statement = await (await Press.OpenAsync(service.Database)).IssueAsync("0101");
        foreach (var typed in new[] { statement.Code, statement.Code.ToLowerInvariant(), $" {statement.Code.Replace("-", " ", StringComparison.Ordinal)} #" })
        {
            var phone = service.Phone("+250788000102");
            await phone.DialAsync("12");
            var said = await phone.TypeAsync(typed);
            Assert.Contains("84 500 Frw", said, StringComparison.Ordinal);
            Assert.Contains("TWZ ..01", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Uwase", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_third_wrong_guess_ends_the_session_and_nine_end_the_day()
    {
        await using var service = await Service.StartAsync();
        var code = await PaperPageTests.CodeAsync(service.Database, 4471);
        var phone = service.Phone("+250788000102");
        for (var session = 0; session < 3; session++)
        {
            await phone.DialAsync("12");
            await phone.TypeAsync("TWZ 4471 2222");
            await phone.TypeAsync("TWZ 4471 2223");
            Assert.StartsWith("END", await phone.TypeAsync("TWZ 4471 2224"), StringComparison.Ordinal);
        }

        await phone.DialAsync("12");
        var refused = await phone.TypeAsync($"TWZ 4471 {code}");
        Assert.StartsWith("END Trop de codes faux", refused, StringComparison.Ordinal);
        Assert.Equal(PaperTry.MostInDay, await service.Database.NumberAsync("select count(*) from paper_tries"));

        service.Clock.Advance(TimeSpan.FromHours(25));
        await phone.DialAsync("12");
        Assert.Contains("TWZ 4471", await phone.TypeAsync($"TWZ 4471 {code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_back_does_not_give_a_session_more_guesses()
    {
        await using var service = await Service.StartAsync();
        var phone = service.Phone("+250788000101");
        await phone.DialAsync("12");
        for (var guess = 0; guess < 2; guess++)
        {
            await phone.TypeAsync("nothing");
        }

        await phone.TypeAsync("0");
        await phone.TypeAsync("12");
        await phone.TypeAsync("nothing");
        await phone.TypeAsync("0");
        await phone.TypeAsync("12");
        Assert.StartsWith("END Too many wrong codes", await phone.TypeAsync("RCA/0031/2017"), StringComparison.Ordinal);
    }
}
