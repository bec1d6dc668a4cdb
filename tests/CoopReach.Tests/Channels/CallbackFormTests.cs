using CoopReach.Tests.Data;

namespace CoopReach.Tests.Channels;

/// <summary>What a callback's fields may say, over real HTTP.</summary>
public sealed class CallbackFormTests(RunningService running) : IClassFixture<RunningService>
{
    private const string Session = "sessionId";
    private const string Phone = "phoneNumber";

    /// <summary>The framework itself refuses a form with NUL in it.</summary>
    private const string NoText = "the form cannot be read";

    private static readonly Dictionary<string, (string Body, string Problem)> Wrong = new()
    {
        ["no session"] = (CallbackBody.With((Session, null)), "sessionId is missing"),
        ["empty session"] = (CallbackBody.With((Session, "")), "sessionId is missing"),
        ["long session"] = (CallbackBody.With((Session, new string('a', 129))), "sessionId is longer"),
        ["session with a space"] = (CallbackBody.With((Session, "AT id")), "sessionId has a character"),
        ["session with NUL"] = (CallbackBody.With((Session, "AT\0id")), NoText),
        ["session with a smile"] = (CallbackBody.With((Session, "AT😀")), "sessionId has a character"),
        ["session twice"] = (CallbackBody.Twice(Session, "other"), "sessionId is there twice"),
        ["no phone"] = (CallbackBody.With((Phone, null)), "phoneNumber is missing"),
        ["empty phone"] = (CallbackBody.With((Phone, "")), "phoneNumber is missing"),
        ["a bare plus"] = (CallbackBody.With((Phone, "+")), "phoneNumber is missing or is no phone number"),
        ["letters for a phone"] = (CallbackBody.With((Phone, "Alice")), "is no phone number"),
        ["a short phone"] = (CallbackBody.With((Phone, "0788")), "is no phone number"),
        ["a long phone"] = (CallbackBody.With((Phone, "+25078800010125078800")), "is no phone number"),
        ["a phone of no country"] = (CallbackBody.With((Phone, "+0888000101")), "is no phone number"),
        ["a phone in other digits"] = (CallbackBody.With((Phone, "+٢٥٠٧٨٨٠٠٠١٠١")), "is no phone number"),
        ["a phone with NUL"] = (CallbackBody.With((Phone, "+250788000101\0")), NoText),
        ["two phones"] = (CallbackBody.Twice(Phone, "+250788000102"), "phoneNumber is there twice"),
        ["no service code"] = (CallbackBody.With(("serviceCode", null)), "serviceCode is not ours"),
        ["another service code"] = (CallbackBody.With(("serviceCode", "*384*2668#")), "serviceCode is not ours"),
        ["a service code without its end"] = (CallbackBody.With(("serviceCode", "*384*2667")), "serviceCode is not ours"),
        ["two service codes"] = (CallbackBody.Twice("serviceCode", "*384*2667#"), "serviceCode is there twice"),
        ["a long network"] = (CallbackBody.With(("networkCode", new string('6', 17))), "networkCode"),
        ["a network with NUL"] = (CallbackBody.With(("networkCode", "635\0")), NoText),
        ["a network with a smile"] = (CallbackBody.With(("networkCode", "😀")), "networkCode"),
        ["two networks"] = (CallbackBody.Twice("networkCode", "63514"), "networkCode is there twice"),
        ["text of 2,000 characters"] = (CallbackBody.With(("text", new string('1', 2000))), "text is longer than 1000 characters"),
        ["100 inputs"] = (CallbackBody.With(("text", string.Join('*', Enumerable.Repeat("1", 100)))), "text has more than 64 inputs"),
        ["text with NUL"] = (CallbackBody.With(("text", "1\0")), NoText),
        ["text with a line break"] = (CallbackBody.With(("text", "1\n2")), "text has a control character"),
        ["text with an escape"] = (CallbackBody.With(("text", "\u001b[2J")), "text has a control character"),
        ["text with a C1 control"] = (CallbackBody.With(("text", "1\u0085")), "text has a control character"),
        ["text twice"] = (CallbackBody.Twice("text", "1"), "text is there twice"),
        ["nothing"] = ("", "sessionId is missing"),
        ["only separators"] = ("&&&===&", "sessionId is missing"),
    };

    private static readonly Dictionary<string, (string Body, string Problem)> WrongEnds = new()
    {
        ["no status"] = (CallbackBody.EndedWith(("status", null)), "status is not"),
        ["another status"] = (CallbackBody.EndedWith(("status", "Done")), "status is not"),
        ["status twice"] = (CallbackBody.EndedWith() + "&status=Success", "status is"),
        ["no session"] = (CallbackBody.EndedWith((Session, null)), "sessionId is missing"),
        ["no phone"] = (CallbackBody.EndedWith((Phone, null)), "phoneNumber is missing"),
        ["another service code"] = (CallbackBody.EndedWith(("serviceCode", "*100#")), "serviceCode is not ours"),
    };

    public static TheoryData<string> WrongNames => [.. Wrong.Keys];

    public static TheoryData<string> WrongEndNames => [.. WrongEnds.Keys];

    [Theory]
    [MemberData(nameof(WrongNames))]
    public async Task A_wrong_field_is_named_in_one_line_and_nothing_is_written(string name)
    {
        var before = await running.Hook.RowsAsync();
        var answer = await running.Hook.PostAsync(Wrong[name].Body);

        Assert.Equal(400, answer.Status);
        Assert.Contains(Wrong[name].Problem, answer.Body, StringComparison.Ordinal);
        Assert.True(answer.IsRefusal, answer.Body);
        Assert.Equal(before, await running.Hook.RowsAsync());
    }

    [Theory]
    [MemberData(nameof(WrongEndNames))]
    public async Task A_wrong_end_of_a_session_is_refused_in_one_line(string name)
    {
        var answer = await running.Hook.PostAsync(WrongEnds[name].Body, RawHook.Ended);

        Assert.Equal(400, answer.Status);
        Assert.Contains(WrongEnds[name].Problem, answer.Body, StringComparison.Ordinal);
        Assert.True(answer.IsRefusal, answer.Body);
    }

    [Theory]
    [InlineData("+250788000101")]
    [InlineData(" 250788000101")]
    [InlineData("250788000101")]
    [InlineData("00250788000101")]
    [InlineData("0788000101")]
    [InlineData("+250 788 000 101")]
    public async Task A_phone_is_known_however_it_is_written(string phone)
    {
        var answer = await running.Hook.PostAsync(CallbackBody.With((Phone, phone)));
        Assert.StartsWith("CON TWZ. Welcome, Alice", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plus_that_was_not_encoded_is_a_plus()
    {
        var answer = await running.Hook.PostAsync(CallbackBody.With().Replace("%2B", "+", StringComparison.Ordinal));
        Assert.StartsWith("CON TWZ. Welcome, Alice", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("**")]
    [InlineData("1**2")]
    [InlineData("1*")]
    [InlineData("*")]
    [InlineData("#")]
    [InlineData("1*25#")]
    [InlineData("😀")]
    [InlineData("👩🏾‍🌾*🌱")]
    [InlineData("'; drop table conversations; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("１")]
    [InlineData("\u202e1")]
    [InlineData("\ufffd\uffff")]
    public async Task A_strange_answer_gets_a_screen(string text)
    {
        var answer = await running.Hook.PostAsync(CallbackBody.With(("text", text)));

        Assert.True(answer.IsScreen, answer.ToString());
        Assert.DoesNotContain("problem occurred", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_most_inputs_and_the_longest_text_allowed_get_a_screen()
    {
        Assert.True((await running.Hook.PostAsync(CallbackBody.With(("text", string.Join('*', Enumerable.Repeat("9", 64)))))).IsScreen);
        Assert.True((await running.Hook.PostAsync(CallbackBody.With(("text", new string('x', 1000))))).IsScreen);
    }

    [Fact]
    public async Task Fields_nobody_asked_for_are_ignored_even_twice()
    {
        var answer = await running.Hook.PostAsync(CallbackBody.With() + "&input=x&input=y&latitude=1&__proto__=2");
        Assert.StartsWith("CON TWZ. Welcome, Alice", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("99999")]
    [InlineData("64114")]
    public async Task A_network_that_is_not_known_is_no_error(string? network)
    {
        var answer = await running.Hook.PostAsync(CallbackBody.With(("networkCode", network)));
        Assert.True(answer.IsScreen, answer.ToString());
    }

    /// <summary>What is kept of an answer is cut at 40 characters, and a smile is two of them.</summary>
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_answer_cut_inside_a_character_is_only_a_wrong_one(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        using var hook = new RawHook(service);
        var answer = await hook.PostAsync(CallbackBody.With(("text", new string('a', 39) + "😀")));

        Assert.StartsWith("CON Wrong choice. Try again.", answer.Body, StringComparison.Ordinal);
    }
}
