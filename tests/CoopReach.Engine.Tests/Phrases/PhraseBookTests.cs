using CoopReach.Engine.Phrases;

namespace CoopReach.Engine.Tests.Phrases;

public sealed class PhraseBookTests
{
    private static readonly PhraseBook Book = Books.Sound(
        rw: """
            {
              "order": { "line": "{{date}} {{product}}: ibiro {{ kg }}, {{amount}}", "unpaid_other": "Ibitarishyurwa: {{count}}" },
              "state": { "waiting": "Birategerejwe", "line": "{{name}}: {{state}}" }
            }
            """,
        en: """
            {
              "order": {
                "line": "{{product}}, {{kg}} kg on {{date}}: {{amount}}",
                "unpaid_one": "One delivery not yet paid",
                "unpaid_other": "{{count}} deliveries not yet paid"
              },
              "state": { "waiting": "Pending", "line": "{{name}}: {{state}}" }
            }
            """,
        fr: """
            {
              "order": {
                "line": "{{product}}, {{kg}} kg le {{date}}: {{amount}}",
                "unpaid_one": "{{count}} livraison impayée",
                "unpaid_other": "{{count}} livraisons impayées"
              },
              "state": { "waiting": "En attente", "line": "{{name}}: {{state}}" }
            }
            """);

    [Theory]
    [InlineData(Language.Kinyarwanda, "12/04 Ikawa: ibiro 1,042.5, 84,500 Frw")]
    [InlineData(Language.English, "Ikawa, 1,042.5 kg on 12/04: 84,500 Frw")]
    [InlineData(Language.French, "Ikawa, 1 042,5 kg le 12/04: 84 500 Frw")]
    public void Each_language_has_its_own_order_of_words_and_its_own_forms(Language language, string said) =>
        Assert.Equal(said, Book.Say(language, "order.line", Books.With(
            ("date", Value.Day(new DateOnly(2026, 4, 12))),
            ("product", "Ikawa"),
            ("kg", new Weight(1_042_500)),
            ("amount", new Francs(84_500)))));

    [Theory]
    [InlineData(Language.Kinyarwanda, 1, "Ibitarishyurwa: 1")]
    [InlineData(Language.English, 0, "0 deliveries not yet paid")]
    [InlineData(Language.English, 1, "One delivery not yet paid")]
    [InlineData(Language.English, 1_000, "1,000 deliveries not yet paid")]
    [InlineData(Language.French, 0, "0 livraison impayée")]
    [InlineData(Language.French, 1, "1 livraison impayée")]
    [InlineData(Language.French, 2, "2 livraisons impayées")]
    [InlineData(Language.French, -1, "-1 livraisons impayées")]
    public void The_count_chooses_the_form_by_the_rule_of_the_language(Language language, long count, string said) =>
        Assert.Equal(said, Book.Say(language, "order.unpaid", Books.With(("count", Value.Number(count)))));

    [Fact]
    public void A_missing_value_is_a_question_mark()
    {
        Assert.Equal("Uwera: ?", Book.Say(Language.English, "state.line", Books.With(("name", "Uwera"))));
        Assert.Equal("? deliveries not yet paid", Book.Say(Language.English, "order.unpaid", Books.With()));
    }

    [Fact]
    public void What_a_language_lacks_is_said_in_English_and_what_nobody_has_in_brackets()
    {
        var (book, _) = Books.Read(rw: """{"a":"Muraho"}""", en: """{"b":"Hello {{n}}","c_one":"{{count}} day","c_other":"{{count}} days"}""", fr: "{}");
        var values = Books.With(("n", Value.Number(1_000)), ("count", Value.Number(0)));

        Assert.Equal("Hello 1,000", book.Say(Language.Kinyarwanda, "b", values));
        Assert.Equal("Hello 1 000", book.Say(Language.French, "b", values));
        Assert.Equal("0 days", book.Say(Language.French, "c", values));
        Assert.Equal("[a]", book.Say(Language.English, "a", values));
        Assert.Equal("[no.such.key]", book.Say(Language.French, "no.such.key", values));
        Assert.Equal(["Hello {{n}}"], book.Variants(Language.French, "b"));
    }

    [Fact]
    public void A_phrase_within_a_phrase_is_said_in_the_same_language()
    {
        var values = Books.With(("name", "Uwera"), ("state", Value.Phrase("state.waiting")));

        Assert.Equal("Uwera: En attente", Book.Say(Language.French, "state.line", values));
        Assert.Equal("Uwera: Birategerejwe", Book.Say(Language.Kinyarwanda, Value.Phrase("state.line", values)));
    }

    [Fact]
    public void A_phrase_within_has_its_own_values_before_those_around_it()
    {
        var book = Books.Sound(en: """{"out":"{{n}} ({{in}})","in":"{{n}} {{m}}"}""");
        Value inside = Value.Phrase("in", Books.With(("n", "own")));

        Assert.Equal("outer (own around)", book.Say(Language.English, "out", Books.With(("n", "outer"), ("m", "around"), ("in", inside))));
    }

    [Fact]
    public void A_phrase_that_stands_inside_itself_comes_to_an_end()
    {
        var book = Books.Sound(en: """{"a":"({{x}})"}""");

        var said = book.Say(Language.English, "a", Books.With(("x", Value.Phrase("a"))));

        Assert.StartsWith("((", said, StringComparison.Ordinal);
        Assert.Contains('?', said);
    }

    [Fact]
    public void A_name_that_looks_like_a_placeholder_stays_a_name() =>
        Assert.Equal("{{state}}: x", Book.Say(Language.English, "state.line", Books.With(("name", "{{state}}"), ("state", "x"))));

    [Fact]
    public void A_value_alone_is_said_as_the_language_writes_it()
    {
        Assert.Equal("text", Book.Say(Language.French, Value.Of("text")));
        Assert.Equal("25 500 Frw", Book.Say(Language.French, Value.Of(new Francs(25_500))));
        Assert.Equal("25,500 Frw", Book.Say(Language.English, Value.Of(new Francs(25_500))));
    }

    [Fact]
    public void The_book_tells_what_a_phrase_needs_and_where_it_stands()
    {
        Assert.True(Book.Has("order.unpaid"));
        Assert.False(Book.Has("order.unpaid_other"));
        Assert.False(Book.Has("order"));
        Assert.Equal(["order.line", "order.unpaid", "state.line", "state.waiting"], Book.Keys);
        Assert.Equal(["amount", "date", "kg", "product"], Book.Placeholders("order.line").Order());
        Assert.Equal(["count"], Book.Placeholders("order.unpaid"));
        Assert.Empty(Book.Placeholders("no.such.key"));
        Assert.Equal(["One delivery not yet paid", "{{count}} deliveries not yet paid"], Book.Variants(Language.English, "order.unpaid"));
        Assert.Equal(["{{date}} {{product}}: ibiro {{kg}}, {{amount}}"], Book.Variants(Language.Kinyarwanda, "order.line"));
        Assert.Empty(Book.Variants(Language.English, "no.such.key"));
        Assert.Equal(7, Book.Line(Language.English, "state.line"));
        Assert.Equal(7, Book.Line(Language.English, "state.no-such-key"));
        Assert.Equal("fr.json", Book.File(Language.French));
    }

    [Fact]
    public void Saying_a_phrase_costs_less_than_two_kilobytes()
    {
        var values = Books.With(
            ("date", Value.Day(new DateOnly(2026, 4, 12))), ("product", "Ikawa"), ("kg", new Weight(1_042_500)), ("amount", new Francs(84_500)));
        Book.Say(Language.French, "order.line", values);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Book.Say(Language.French, "order.line", values);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 2_000);
    }

    [Fact]
    public void Saying_never_throws_whatever_the_key_and_the_values()
    {
        string[] keys = [.. Book.Keys, "", "x", "order", "order.unpaid_one"];
        string[] names = ["date", "product", "kg", "amount", "count", "name", "state"];
        var (random, seed) = Chance.New();
        for (var turn = Chance.Times(1_000_000, 50_000); turn > 0; turn--)
        {
            var language = Languages.All[random.Next(3)];
            var said = Record.Exception(() => Book.Say(language, Any(keys), Values(0)));
            Assert.True(said is null, $"seed {seed}: {said}");
        }

        string Any(string[] words) => words[random.Next(words.Length)];

        Dictionary<string, Value> Values(int depth) =>
            names.Where(_ => random.Next(3) > 0).ToDictionary(name => name, _ => One(depth));

        Value One(int depth) => random.Next(depth < 2 ? 8 : 7) switch
        {
            0 => Any(keys),
            1 => Value.Number(random.NextInt64(long.MinValue, long.MaxValue)),
            2 => new Francs(random.NextInt64(long.MinValue, long.MaxValue)),
            3 => new Weight(random.NextInt64(long.MinValue, long.MaxValue)),
            4 => Value.Day(DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber))),
            5 => Value.Time(TimeOnly.MinValue.AddMinutes(random.Next(1440))),
            6 => Value.Phrase(Any(keys)),
            _ => Value.Phrase(Any(keys), Values(depth + 1)),
        };
    }
}
