namespace CoopReach.Engine.Tests.Phrases;

public sealed class ProblemTests
{
    [Fact]
    public void A_sound_book_has_no_problem() =>
        Assert.Empty(Books.Read("""{"a":{"b":"Line one\nand {{n}}'s two"}}""", """{"a":{"b":"{{ n }}"}}""", """{"a.b":"\ufefft {{n}}"}""").Problems);

    [Theory]
    [InlineData("""
        {
          "a": "x",
          oops
        """, "en.json:3: is not JSON from here on")]
    [InlineData("""
        { "a": "x" }
        more
        """, "en.json:2: is not JSON from here on")]
    [InlineData("", "en.json:1: is not JSON from here on")]
    [InlineData("[]", "en.json:1: is not an object of phrases")]
    [InlineData("""
        { "a":
          "x", // no comments
          "b": "y" }
        """, "en.json:2: is not JSON from here on")]
    public void What_is_not_JSON_is_named_with_its_line(string json, string problem) =>
        Assert.Equal([problem], Books.Read(en: json).Problems);

    [Theory]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[1, {\"x\": 2}]")]
    public void A_leaf_that_is_no_text_is_a_problem(string leaf) =>
        Assert.Equal(["en.json:2: 'a.b' is no text"], Books.Read(en: $$"""
            { "a": {
                "b": {{leaf}} } }
            """).Problems);

    [Theory]
    [InlineData("""
        { "a": "x",
          "a": "y" }
        """, "en.json:2: 'a' was already on line 1")]
    [InlineData("""
        { "a": { "b": "x" },

          "a": { "c": "y" } }
        """, "en.json:3: 'a' was already on line 1")]
    [InlineData("""
        { "a": { "b": "x" },
          "a.b": "y" }
        """, "en.json:2: 'a.b' was already on line 1")]
    public void A_key_stands_once(string json, string problem) => Assert.Equal([problem], Books.Read(en: json).Problems);

    [Theory]
    [InlineData("Hello {{name", "{{name")]
    [InlineData("Hello {{na{{me}}}}", "{{na")]
    [InlineData("{{x, number}} kg", "{{x, number}} kg")]
    [InlineData("{{- x}}", "{{- x}}")]
    [InlineData("{{}}", "{{}}")]
    [InlineData("Hello {name}", "{name}")]
    [InlineData("Hello name}}", "}}")]
    [InlineData("{{{name}}}", "{")]
    [InlineData("{{n}} $t(home.title)", "$t(home.title)")]
    public void A_bad_placeholder_is_shown(string text, string place) =>
        Assert.Equal(
            [$"en.json:2: 'a' has a bad placeholder at '{place}': only {{{{name}}}} is understood"],
            Books.Read(en: $$"""
                {
                  "a": "{{text}}" }
                """).Problems);

    [Theory]
    [InlineData('\u2018', "U+2018")]
    [InlineData('\u2019', "U+2019")]
    [InlineData('\u201B', "U+201B")]
    [InlineData('\u02BC', "U+02BC")]
    [InlineData('\u00B4', "U+00B4")]
    [InlineData('\u0060', "U+0060")]
    public void Only_the_plain_apostrophe_may_stand(char apostrophe, string code) =>
        Assert.Equal(
            [$"rw.json:1: 'a' has {code} where only ' may stand"],
            Books.Read(rw: $$"""{"a":"umubare w{{apostrophe}}ibanga w{{apostrophe}}u"}""").Problems);

    [Theory]
    [InlineData(@"a\tb", "U+0009")]
    [InlineData(@"a\rb", "U+000D")]
    [InlineData(@"a\u0000b", "U+0000")]
    [InlineData(@"a\u0085b", "U+0085")]
    public void A_control_character_other_than_a_line_break_is_a_problem(string text, string code) =>
        Assert.Equal([$"en.json:1: 'a' has the control character {code}"], Books.Read(en: $$"""{"a":"{{text}}"}""").Problems);

    [Theory]
    [InlineData(" x")]
    [InlineData("x ")]
    [InlineData("x\u00A0")]
    public void A_text_has_no_space_around_it(string text) =>
        Assert.Equal(["en.json:1: 'a' begins or ends with a space"], Books.Read(en: $$"""{"a":"{{text}}"}""").Problems);

    [Fact]
    public void An_empty_text_and_half_a_character_are_problems()
    {
        Assert.Equal(["en.json:1: 'a' is empty"], Books.Read(en: """{"a":""}""").Problems);
        Assert.Equal([@"en.json:1: half a character: a \u escape without its other half"], Books.Read(en: """{"a":"\ud800"}""").Problems);
    }

    [Fact]
    public void A_missing_key_is_told_where_it_belongs()
    {
        var (_, problems) = Books.Read(
            rw: """
                {
                  "home": { "title": "Ahabanza" },
                  "loan": {
                    "title": "Inguzanyo" } }
                """,
            en: """
                {
                  "home": { "title": "Home" },
                  "loan": { "title": "Loan" } }
                """,
            fr: """
                { "home": { "title": "Accueil" },
                  "loan": {} }
                """);

        Assert.Equal(["fr.json:2: 'loan.title' is missing; en.json:3 has it"], problems);
    }

    [Fact]
    public void Nothing_is_missing_from_a_file_that_broke_off() =>
        Assert.Equal(["fr.json:1: is not JSON from here on"], Books.Read(en: """{"a":"x","b":"y"}""", fr: """{"a":"x",""").Problems);

    [Theory]
    [InlineData("""{"n_one":"{{count}} jour","n_other":"{{count}} jours"}""", """{"n":"{{count}} days"}""",
        new[] { "en.json:1: 'n' is a plural and needs 'n_other'", "en.json:1: 'n' is a plural and needs 'n_one'" })]
    [InlineData("""{"n_other":"{{count}} jours"}""", """{"n_one":"a day","n_other":"{{count}} days"}""",
        new[] { "fr.json:1: 'n' is a plural and needs 'n_one'" })]
    [InlineData("""{"n_one":"{{count}} jour"}""", """{"n_one":"a day","n_other":"{{count}} days"}""",
        new[] { "fr.json:1: 'n' is a plural and needs 'n_other'" })]
    public void A_plural_needs_its_forms_in_every_language(string fr, string en, string[] problems) =>
        Assert.Equal(problems, Books.Read(en: en, fr: fr).Problems);

    [Fact]
    public void Kinyarwanda_needs_one_form_only()
    {
        const string en = """{"n_one":"a day","n_other":"{{count}} days"}""";

        Assert.Empty(Books.Read(rw: """{"n_other":"Iminsi: {{count}}"}""", en: en).Problems);
        Assert.Equal(["rw.json:1: 'n' is a plural and needs 'n_other'"], Books.Read(rw: """{"n":"Iminsi: {{count}}"}""", en: en).Problems);
    }

    [Fact]
    public void Other_plural_forms_and_a_mix_of_both_ways_are_problems()
    {
        Assert.Equal(
            ["rw.json:2: 'n_zero': the plural form _zero is not used here, only _one and _other"],
            Books.Read(rw: """
                { "n_other": "{{count}}",
                  "n_zero": "none" }
                """).Problems);
        Assert.Equal(
            ["rw.json:2: 'n' is written both with plural forms and without"],
            Books.Read(rw: """
                { "n_other": "{{count}}",
                  "n": "{{count}}" }
                """).Problems);
    }

    [Fact]
    public void Placeholders_are_the_same_in_every_language()
    {
        var (_, problems) = Books.Read(rw: """{"a":"{{name}}"}""", en: """{"a":"{{nane}}"}""");

        Assert.Equal(["rw.json:1: 'a' lacks {{nane}}, which en.json:1 has", "rw.json:1: 'a' has {{name}}, which en.json:1 lacks"], problems);
    }

    [Fact]
    public void Only_the_form_for_one_may_leave_out_the_count()
    {
        Assert.Empty(Books.Read(en: """{"n_one":"a day","n_other":"{{count}} days"}""").Problems);
        Assert.Equal(
            ["en.json:1: 'n' lacks {{who}}, which en.json:1 has"],
            Books.Read(en: """{"n_one":"a day","n_other":"{{count}} days for {{who}}"}""").Problems);
        Assert.Equal(
            ["rw.json:1: 'n' lacks {{count}}, which en.json:1 has"],
            Books.Read(rw: """{"n_other":"Iminsi"}""", en: """{"n_one":"a day","n_other":"{{count}} days"}""").Problems);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var (_, problems) = Books.Read(
            rw: """
                {
                  "a": " x",
                  "b": 1,
                  "c": "{{x"
                }
                """,
            en: """{"a":"x","b":"y","c":"{{x}}","d":"z"}""");

        Assert.Equal(["rw.json:2", "rw.json:3", "rw.json:4"], problems.Take(3).Select(problem => problem[..9]).Order());
        Assert.Contains("rw.json:1: 'd' is missing; en.json:1 has it", problems);
    }

    [Fact]
    public void Reading_never_throws_however_the_file_is_damaged()
    {
        const string sound = "{\"a\":{\"b_one\":\"x {{count}}\",\"b_other\":\"\\u00e9 {{count}}\"},\n\"c\":[1,{\"d\":null}],\"e\":\"\\ud83d\\ude00\"}";
        var (random, seed) = Chance.New();
        for (var turn = Chance.Times(300_000, 20_000); turn > 0; turn--)
        {
            var damaged = sound.ToCharArray();
            for (var hits = random.Next(1, 4); hits > 0; hits--)
            {
                damaged[random.Next(damaged.Length)] = sound[random.Next(sound.Length)];
            }

            var json = new string(damaged)[..random.Next(damaged.Length + 1)];
            var thrown = Record.Exception(() => Books.Read(en: json, fr: sound));
            Assert.True(thrown is null, $"seed {seed}: {json}: {thrown}");
        }
    }
}
