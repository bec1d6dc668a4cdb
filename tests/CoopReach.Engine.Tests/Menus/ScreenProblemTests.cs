namespace CoopReach.Engine.Tests.Menus;

/// <summary>Each thing that can be wrong with a screen, said where it is; every test's book has that fault and no other.</summary>
public sealed class ScreenProblemTests
{
    private const string Plain = "a: { show: say }";

    [Fact]
    public void A_book_without_faults_has_no_problems() => TinyBook.Of(Plain).Sound();

    [Theory]
    [InlineData("b: { show: say", 1)]
    [InlineData("# a remark\nb: [say]", 2)]
    [InlineData("b: { show: say }\n  c: d", 2)]
    [InlineData("b: { show: say }\nb2: { show: \"say }", 2)]
    public void What_is_not_yaml_is_named_with_its_line(string yaml, int line) =>
        Assert.StartsWith($"other.yaml:{line}: not YAML", Assert.Single(TinyBook.Of(Plain).File("other.yaml", yaml).Read().Problems), StringComparison.Ordinal);

    [Fact]
    public void A_second_document_in_a_file_is_not_overlooked() =>
        TinyBook.Of(Plain + "\n---\nb: { show: say }").Has("book.yaml:2: a second document begins here; one file is one document");

    [Fact]
    public void An_empty_file_is_no_fault() => TinyBook.Of(Plain).File("other.yaml", "# nothing yet").Sound();

    [Fact]
    public void An_unknown_word_is_named() => TinyBook.Of("a:\n  show: say\n  color: red").Has("book.yaml:3: screen a: unknown word 'color'");

    [Fact]
    public void A_word_written_twice_is_named() => TinyBook.Of("a:\n  show: say\n  show: say").Has("book.yaml:3: screen a: 'show' is written twice");

    [Fact]
    public void A_word_without_a_name_is_named() => TinyBook.Of("a:\n  show: say\n  require: fee\n").Has("book.yaml:3: screen a: only 'require: pin' is known");

    [Fact]
    public void A_screen_that_is_no_map_is_named() =>
        Assert.Contains("book.yaml:1: screen a: a map is expected here", TinyBook.Of("a: say").Read().Problems);

    [Fact]
    public void A_choice_to_an_unknown_screen_is_named_on_its_own_line() =>
        TinyBook.Of("a:\n  show: say\n  choose:\n    1: { say: say, go: b }").Has("book.yaml:4: screen a leads to b, which does not exist");

    [Fact]
    public void An_outcome_to_an_unknown_screen_is_named() =>
        TinyBook.Of("\na:\n  run: find\n  then: { ok: b, none: start }").Has("book.yaml:2: screen a leads to b, which does not exist");

    [Fact]
    public void A_row_to_an_unknown_screen_is_named() =>
        TinyBook.Of("a: { show: say, list: rows, row: row, go: b }").Has("book.yaml:1: screen a leads to b, which does not exist");

    [Fact]
    public void An_unknown_action_is_named() => TinyBook.Of("a: { run: finds, then: { ok: start } }").Has("book.yaml:1: screen a no action 'finds'");

    [Fact]
    public void An_outcome_that_leads_nowhere_is_named() =>
        TinyBook.Of("a: { run: find, then: { ok: start } }").Has("book.yaml:1: screen a 'find' can answer 'none', which leads nowhere");

    [Fact]
    public void An_outcome_the_action_never_answers_is_named() =>
        TinyBook.Of("a: { run: find, then: { ok: start, none: start, some: start } }").Has("book.yaml:1: screen a 'find' never answers 'some'");

    [Fact]
    public void An_outcome_written_twice_is_named() =>
        TinyBook.Of("a:\n  run: find\n  then:\n    ok: start\n    none: start\n    ok: start").Has("book.yaml:6: screen a: outcome 'ok' is written twice");

    [Fact]
    public void Ways_out_of_no_action_are_named() => TinyBook.Of("a: { show: say, then: { ok: start } }").Has("book.yaml:1: screen a has 'then' without 'run'");

    [Fact]
    public void The_same_screen_in_two_files_is_named_where_it_comes_second() =>
        TinyBook.Of(Plain).File("other.yaml", "\n\na: { show: say }").Has("other.yaml:3: screen a is also in book.yaml");

    [Fact]
    public void A_choice_written_twice_is_named_where_it_comes_second() =>
        TinyBook.Of("a:\n  show: say\n  choose:\n    1: { say: say, go: start }\n    1: { say: say, go: start }").Has("book.yaml:5: screen a choice 1 is written twice");

    [Theory]
    [InlineData("0")]
    [InlineData("00")]
    [InlineData("99")]
    public void The_keys_of_every_screen_cannot_be_choices(string digits) =>
        TinyBook.Of($"a:\n  show: say\n  choose:\n    {digits}: {{ say: say, go: start }}").Has($"book.yaml:4: screen a choice {digits} is kept for back, home and more");

    [Fact]
    public void A_choice_that_cannot_be_typed_is_named() =>
        TinyBook.Of("a:\n  show: say\n  choose:\n    x: { say: say, go: start }").Has("book.yaml:4: screen a choice 'x' is no number");

    [Theory]
    [InlineData("{ go: start }")]
    [InlineData("{ say: '', go: start }")]
    [InlineData("{ say: { key: say }, go: start }")]
    public void A_choice_that_says_nothing_is_named(string choice) =>
        TinyBook.Of($"a:\n  show: say\n  choose:\n    1: {choice}").Has("book.yaml:4: screen a: choice 1 says nothing ('say' is missing)");

    [Theory]
    [InlineData("{ say: say }")]
    [InlineData("{ say: say, go: start, take: x }")]
    public void A_choice_goes_somewhere_or_gives_an_answer(string choice) =>
        TinyBook.Of($"a:\n  show: say\n  ask: it\n  choose:\n    1: {choice}\n  go: start").Has("book.yaml:5: screen a: choice 1 needs either 'go' or 'take'");

    [Theory]
    [InlineData("{ say: say, go: start, colour: red }", "unknown word 'colour'")]
    [InlineData("{ say: say, say: pin, go: start }", "'say' is written twice")]
    public void A_choice_has_each_of_its_words_once_and_no_other(string choice, string problem) =>
        TinyBook.Of($"a:\n  show: say\n  choose:\n    1: {choice}").Has($"book.yaml:4: screen a: choice 1: {problem}");

    [Fact]
    public void A_choice_that_answers_nobodys_question_is_named() =>
        TinyBook.Of("a:\n  show: say\n  choose:\n    1: { say: say, take: x }").Has("book.yaml:4: screen a choice 1 takes an answer, but the screen asks nothing");

    [Fact]
    public void A_private_action_is_only_behind_the_pin()
    {
        TinyBook.Of("a: { require: pin, run: own, then: { ok: start } }").Sound();
        TinyBook.Of("a: { run: own, then: { ok: start } }").Has("book.yaml:1: screen a 'own' touches a member's own data: 'require: pin' is missing");
    }

    [Theory]
    [InlineData("list: rows")]
    [InlineData("row: row")]
    public void A_list_needs_its_row_and_a_row_its_list(string half) =>
        TinyBook.Of($"a: {{ show: say, {half} }}").Has("book.yaml:1: screen a needs both 'list' and 'row'");

    [Fact]
    public void A_list_nobody_gives_is_named() => TinyBook.Of("a: { show: say, list: others, row: row }").Has("book.yaml:1: screen a no action gives the list 'others'");

    [Theory]
    [InlineData("ask: it")]
    [InlineData("ask: it, choose: { 1: { say: say, go: start }, 2: { say: say, take: x } }")]
    public void A_question_whose_answer_goes_nowhere_is_named(string question) =>
        TinyBook.Of($"a: {{ show: say, {question} }}").Has("book.yaml:1: screen a asks, but the answer goes nowhere ('run' or 'go' is missing)");

    [Theory]
    [InlineData("secret: it, go: start")]
    [InlineData("secret: it, choose: { 1: { say: say, take: x } }, run: find, then: { ok: start, none: start }")]
    public void A_secret_is_heard_by_an_action_and_nobody_else(string secret) =>
        TinyBook.Of($"a: {{ show: say, {secret} }}").Has("book.yaml:1: screen a asks a secret, which only its own 'run' may hear");

    [Theory]
    [InlineData("choose: { 1: { say: say, go: start } }")]
    [InlineData("ask: it, go: start")]
    public void Rows_and_choices_do_not_share_their_numbers(string other) =>
        TinyBook.Of($"a: {{ show: say, list: rows, row: row, {other} }}").Has("book.yaml:1: screen a has a list, and numbers or a question beside it");

    [Theory]
    [InlineData("{ require: pin }", "shows nothing and runs nothing")]
    [InlineData("{ run: find, then: { ok: start, none: start }, ask: it }", "asks without showing anything ('show' is missing)")]
    [InlineData("{ end: say, choose: { 1: { say: say, go: start } } }", "ends, so nothing can follow")]
    [InlineData("{ show: say, run: find, then: { ok: start, none: start } }", "shows and runs, but asks nothing in between")]
    [InlineData("{ show: say, go: start }", "has 'go', but asks nothing")]
    [InlineData("{ show: say, zero: answer }", "says how digits are taken ('zero', 'digits'), but asks nothing")]
    [InlineData("{ show: say, digits: kept }", "says how digits are taken ('zero', 'digits'), but asks nothing")]
    [InlineData("{ show: say, ask: it, go: start, run: find, then: { ok: start, none: start } }", "has both 'run' and 'go'")]
    public void Words_that_do_not_go_together_are_named(string screen, string problem) => TinyBook.Of("a: " + screen).Has($"book.yaml:1: screen a {problem}");
}
