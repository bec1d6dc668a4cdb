using CoopReach.Engine.Menus;

namespace CoopReach.Engine.Tests.Menus;

/// <summary>What is wrong with the words of screens: missing, without their values, or too long for a phone.</summary>
public sealed class WordProblemTests
{
    [Theory]
    [InlineData("a:\n  show: nope", 1)]
    [InlineData("a:\n  show: say\n  list: rows\n  row: nope", 1)]
    [InlineData("a:\n  show: say\n  choose:\n    1: { say: nope, go: start }", 4)]
    public void A_phrase_that_does_not_exist_is_named_where_it_is_said(string yaml, int line) =>
        TinyBook.Of(yaml).Has($"book.yaml:{line}: screen a no phrase 'nope'");

    [Theory]
    [InlineData("a:\n  show: who", 1)]
    [InlineData("a:\n  show: say\n  choose:\n    1: { say: who, go: start }", 4)]
    public void A_value_nobody_gives_is_named_where_it_is_said(string yaml, int line) =>
        TinyBook.Of(yaml).Says("who", "I am {{who}}").Has($"book.yaml:{line}: screen a says {{{{who}}}} in 'who', and no action gives it");

    [Theory]
    [InlineData("a:\n  show: who", 1)]
    [InlineData("a:\n  show: say\n  choose:\n    1: { say: who, go: start }", 4)]
    public void A_value_without_a_longest_one_is_named_where_it_is_said(string yaml, int line) =>
        TinyBook.Of(yaml).Says("who", "I am {{who}}").Does(new ActionShape("arrive", ["ok"], "who"))
            .Has($"book.yaml:{line}: screen a says {{{{who}}}} in 'who', whose longest value is not in longest.yaml");

    [Fact]
    public void A_placeholder_in_one_language_only_is_named_there()
    {
        var book = TinyBook.Of("a: { show: hello }").Says("hello", rw: "Muraho", en: "Hello {{name}}", fr: "Bonjour {{name}}");

        book.Has($"rw.json:{book.LineOf("hello")}: 'hello' lacks {{{{name}}}}, which en.json:{book.LineOf("hello")} has");
    }

    [Fact]
    public void A_phrase_missing_in_one_language_is_named_there()
    {
        var problem = Assert.Single(TinyBook.Of("a: { show: hello }").Says("hello", "Hello").Lacks("hello", Language.French).Read().Problems);

        Assert.StartsWith("fr.json:1: 'hello' is missing", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_is_missing_altogether_is_named() =>
        TinyBook.Of("a: { show: say }").Speaks(Language.Kinyarwanda, Language.English).Has("fr.json:1: the phrases of this language are missing");

    [Theory]
    [InlineData("nav.back")]
    [InlineData("nav.home")]
    [InlineData("nav.more")]
    [InlineData("common.wrong-choice")]
    public void The_words_of_every_screen_must_be_there(string key) => Assert.Equal(
        [$"rw.json:1: no phrase '{key}'"],
        Languages.All.Aggregate(TinyBook.Of("a: { show: say }"), (book, language) => book.Lacks(key, language)).Read().Problems);

    [Theory]
    [InlineData("who: Jeanne", "who: write one kind and its value, for example { text: \"Jeanne\" }")]
    [InlineData("who: { number: 1, text: b }", "who: write one kind and its value, for example { text: \"Jeanne\" }")]
    [InlineData("who: { number: many }", "who: 'number: many' cannot be read")]
    [InlineData("who: { colour: red }", "who: 'colour: red' cannot be read")]
    [InlineData("who: { day: 2026-13-01 }", "who: 'day: 2026-13-01' cannot be read")]
    public void A_longest_value_that_cannot_be_read_is_named(string line, string problem) =>
        TinyBook.Of("a: { show: say }").Longest(line).Has($"longest.yaml:4: {problem}");

    [Fact]
    public void A_family_of_phrases_without_a_phrase_is_named() =>
        TinyBook.Of("a: { show: say }").Longest("state: { phrase: sta }").Says("state.paid", "Paid").Has("longest.yaml:4: state: no phrase 'sta', and none below it");

    [Fact]
    public void A_value_inside_a_family_needs_a_longest_one_too() =>
        TinyBook.Of("a: { show: say }").Longest("state: { phrase: state }").Says("state.late", "Late since {{day}}")
            .Has("longest.yaml:4: state: 'state.late' says {{day}}, whose longest value is not here");

    [Fact]
    public void A_screen_too_long_in_one_language_is_named_with_that_language() =>
        TinyBook.Of("a: { show: say, choose: { 1: { say: say, go: b } } }")
            .File("other.yaml", "\n\nb: { show: long, choose: { 1: { say: say, go: a } } }").Says("long", "Short", "Short", new string('x', 148))
            .Has("other.yaml:3: screen b needs 2 screens in fr with the longest data; it must fit one of 160 septets");

    [Fact]
    public void A_single_line_that_would_be_cut_is_too_long_as_well()
    {
        // "0 Back 00 Home" and its line break take 15 of the 160 septets.
        TinyBook.Of("a: { show: long }").Says("long", new string('x', 145)).Sound();
        TinyBook.Of("a: { show: long }").Says("long", "Short", new string('x', 146), "Short").Has("book.yaml:1: screen a is 161 septets in en with the longest data");
    }

    [Fact]
    public void The_longest_value_is_counted_and_not_the_usual_one()
    {
        TinyBook.Of("a: { show: hello }").Says("hello", new string('x', 139) + "{{name}}").Sound();
        TinyBook.Of("a: { show: hello }").Says("hello", "Hi {{name}}", new string('x', 140) + "{{name}}", "Hi {{name}}")
            .Has("book.yaml:1: screen a is 161 septets in en with the longest data");
    }

    [Fact]
    public void A_row_too_long_for_two_on_a_screen_is_named()
    {
        const string Yaml = "a: { show: say, list: rows, row: line, go: start }";

        // Ten rows and more: two digits and a space stand before each.
        TinyBook.Of(Yaml).Says("line", new string('x', 55) + "{{name}}").Sound();
        TinyBook.Of(Yaml).Says("line", "{{name}}", "{{name}}", new string('x', 56) + "{{name}}")
            .Has("book.yaml:1: screen a has a row of 65 septets in fr with the longest data; two must fit a screen");
    }

    [Fact]
    public void Keys_outside_the_alphabet_of_sms_are_written_within_it() =>
        TinyBook.Of("a: { show: say }").Says("nav.more", "99 Más").Sound();

    [Fact]
    public void Ten_faults_in_one_book_are_all_named_at_once_in_the_order_of_the_files()
    {
        var book = TinyBook.Of("""
            a:
              show: nope
              color: red
              choose:
                1: { say: say, go: nowhere }
                1: { say: say, go: b }
                99: { say: who, go: c }
            b:
              run: finds
              then: { ok: a }
            c:
              run: own
              then: { ok: a, some: a }
            d: { show: say, list: rows }
            """).Says("who", "{{who}}").File("other.yaml", "\nb: { show: say }");

        Assert.Equal(
            [
                "book.yaml:1: screen a no phrase 'nope'",
                "book.yaml:3: screen a: unknown word 'color'",
                "book.yaml:5: screen a leads to nowhere, which does not exist",
                "book.yaml:6: screen a choice 1 is written twice",
                "book.yaml:7: screen a choice 99 is kept for back, home and more",
                "book.yaml:7: screen a says {{who}} in 'who', and no action gives it",
                "book.yaml:8: screen b no action 'finds'",
                "book.yaml:11: screen c 'own' never answers 'some'",
                "book.yaml:11: screen c 'own' touches a member's own data: 'require: pin' is missing",
                "book.yaml:14: screen d is never reached",
                "book.yaml:14: screen d needs both 'list' and 'row'",
                "other.yaml:2: screen b is also in book.yaml",
            ],
            book.Read().Problems);
    }
}
