using CoopReach.Tests.Data;

namespace CoopReach.Tests.Conversations;

/// <summary>Five digits may be a PIN by mistake, and are hidden; only a question that says <c>digits: kept</c> keeps them in the transcript.</summary>
public sealed class KeptDigitsTests
{
    private const string Alice = "+250788000101";
    private const string Hidden = "*****";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_amount_is_kept_and_the_PIN_before_and_after_it_is_not(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone(Alice);
        await phone.DialAsync("13*2");
        Assert.StartsWith("CON Amount", await phone.TypeAsync("40718"), StringComparison.Ordinal);
        Assert.StartsWith("CON Ask for 20,700 Frw", await phone.TypeAsync("20700"), StringComparison.Ordinal);
        Assert.StartsWith("END Request", await phone.TypeAsync("40718"), StringComparison.Ordinal);

        Assert.Equal(["13*2", Hidden, "20700", Hidden], await InputsAsync(service));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Dialled_in_one_string_each_answer_is_judged_by_its_own_question(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        Assert.StartsWith("CON Ask for 20,700 Frw", await service.Phone(Alice).DialAsync("13*2*40718*20700"), StringComparison.Ordinal);

        Assert.Equal([$"13*2*{Hidden}*20700"], await InputsAsync(service));
    }

    [Theory]
    [InlineData("7*5", "2", "Write in a few words")]
    [InlineData("6", "1", "Which day")]
    [InlineData("2", "1", "")]
    public async Task Elsewhere_five_digits_are_hidden_in_words_in_days_and_among_numbers_to_choose(string dialled, string way, string asks)
    {
        await using var service = await Service.StartAsync();
        var phone = service.Phone(Alice);
        await phone.DialAsync(dialled);
        await phone.TypeAsync("40718");
        Assert.Contains(asks, await phone.TypeAsync(way), StringComparison.OrdinalIgnoreCase);
        await phone.TypeAsync("93527");

        Assert.Equal([dialled, Hidden, way, Hidden], await InputsAsync(service));
    }

    [Fact]
    public async Task Words_and_numbers_of_another_length_are_kept_where_five_digits_are_not()
    {
        await using var service = await Service.StartAsync();
        var phone = service.Phone(Alice);
        await phone.DialAsync("7*5*40718*2");
        await phone.TypeAsync("9352");
        await phone.TypeAsync("0");
        await phone.TypeAsync("House 93527");

        Assert.Equal([$"7*5*{Hidden}*2", "9352", "0", "House 93527"], await InputsAsync(service));
    }

    private static Task<List<string>> InputsAsync(Service service) => service.Database.ReadAsync(
        db => db.AllAsync("select input from conversation_steps order by conversation_id, hop", row => row.Text(0)));
}
