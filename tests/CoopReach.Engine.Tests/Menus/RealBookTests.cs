using System.Collections.Immutable;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using CoopReach.Engine.Tests.Phrases;
using CoopReach.Engine.Text;
using Xunit.Sdk;

namespace CoopReach.Engine.Tests.Menus;

/// <summary>The book people use, walked with any data in three languages.</summary>
public sealed class RealBookTests
{
    private static readonly string[] Stops = ["system.later", "system.strikes", "system.late", "system.busy"];

    [Fact]
    public void Every_screen_is_met_in_every_language_and_none_is_empty_or_too_long()
    {
        var (seed, pages) = (20_261, Chance.Times(1_000_000, 400_000));
        var random = new Random(seed);
        var met = new HashSet<(string, Language)>();
        var inside = RealBook.Book.Screens.Values.Where(screen => screen is { Show: not null, List: null, Choices.Length: > 0, Name: not ("resume" or "gate.notice") }).ToList();
        try
        {
            for (var walked = 0; walked < pages; walked += 500)
            {
                var phone = new Phone(RealBook.Book, call => Act(random, call), Languages.All[random.Next(3)]);
                var wanderer = new Wanderer(random, phone, 160);
                wanderer.Steps(300, See);
                for (var start = 0; start < 10; start++)
                {
                    // Deep inside, where few walks from the front door come.
                    wanderer.StepsFrom(Inside(inside[random.Next(inside.Count)], phone.Place.Language), 20, See);
                }

                met.UnionWith(Stops.Select(stop => (stop, Stopped(phone, stop))));
            }
        }
        catch (Exception e)
        {
            throw new XunitException($"seed {seed}: {e.Message}", e);
        }

        void See(Turn turn) => met.Add((turn.Place.Screen!, turn.Place.Language));

        Assert.Equal(
            RealBook.Book.Screens.Values.Where(screen => screen.Show is not null).SelectMany(screen => Languages.All, (screen, language) => (screen.Name, language)).Order(),
            met.Order());
    }

    [Fact]
    public void Every_row_of_a_list_is_shown_once_and_in_order_whatever_its_length()
    {
        var engine = new MenuEngine(RealBook.Book);
        for (var seed = 0; seed < Chance.Times(2_000, 100); seed++)
        {
            var random = new Random(seed);
            foreach (var screen in RealBook.Book.Screens.Values.Where(screen => screen.List is not null))
            {
                foreach (var language in Languages.All)
                {
                    var place = PlaceOf(screen, language, random);
                    var reproached = ((Turn)engine.Answer(place, "x")).Place;
                    Assert.True(Rows(place).SequenceEqual(Paged(engine, place)), $"seed {seed}, {screen.Name} in {language}");
                    Assert.True(Rows(reproached).SequenceEqual(Paged(engine, reproached)), $"seed {seed}, {screen.Name} in {language}, asked again");
                }
            }
        }
    }

    [Fact]
    public void With_shorter_data_no_screen_is_longer_than_its_worst_case()
    {
        var engine = new MenuEngine(RealBook.Book);
        // Of a screen that goes over to a second page, how long the first is says nothing.
        var onOnePage = new WorstCase(RealBook.Book).Lengths().GroupBy(length => length.Screen).Where(lengths => lengths.All(length => length.Pages == 1)).ToList();
        for (var seed = 0; seed < Chance.Times(2_000, 100); seed++)
        {
            var random = new Random(seed);
            foreach (var screen in onOnePage.Select(lengths => lengths.Key).Where(screen => screen.List is null))
            {
                foreach (var language in Languages.All)
                {
                    var place = new Place { Language = language, Path = ["home", "home", screen.Name], Facts = RealBook.Data.In(language) };
                    var (worst, shorter) = (engine.Show(place), engine.Show(place with { Facts = RealBook.Data.Shorter(random) }));
                    Assert.True(Words(shorter) <= Words(worst), $"seed {seed}, {language}: longer than the worst case\n{shorter.Text}\n{worst.Text}");
                }
            }
        }
    }

    [Fact]
    public void No_worst_case_is_above_a_screen() => Assert.All(new WorstCase(RealBook.Book).Lengths(), length => Assert.InRange(length.Septets, 1, 160));

    private static int Words(Turn turn) => Gsm7.Septets(turn.Ends ? turn.Text : turn.Text[..Math.Max(0, turn.Text.LastIndexOf('\n'))])!.Value;

    private static Language Stopped(Phone phone, string screen)
    {
        var turn = phone.Engine.Stop(phone.Place, screen);
        Assert.True(turn.Ends && turn.Text.Length > 0 && Gsm7.Septets(turn.Text) <= 160, turn.Text);
        return turn.Place.Language;
    }

    private static Place Inside(Screen screen, Language language) =>
        new() { Language = language, Limit = 160, Path = ["home", screen.Name], Facts = RealBook.Data.In(language), SignedIn = true };

    private static Place PlaceOf(Screen screen, Language language, Random random) => new()
    {
        Language = language,
        Path = ["home", "help", screen.Name],
        Facts = RealBook.Data.Shorter(random),
        Lists = ImmutableDictionary<string, ImmutableArray<Row>>.Empty.Add(screen.List!, RealBook.Rows(random, language, random.Next(1, 41), longest: random.Next(2) == 0)),
    };

    /// <summary>All lines of the screen, as they are said.</summary>
    private static IEnumerable<string> Rows(Place place)
    {
        var (book, screen) = (RealBook.Book, RealBook.Book[place.Screen!]);
        var said = place.Lists[screen.List!]
            .Select((row, i) => (screen.LeadsOn ? $"{i + 1} " : "") + book.Phrases.Say(place.Language, screen.Row!, row.Values))
            .Prepend(book.Phrases.Say(place.Language, screen.Show!, place.Facts))
            .Prepend(place.Because is { } reason ? book.Phrases.Say(place.Language, reason) : "");

        return said.SelectMany(text => Transliteration.ToGsm7(text).Split('\n')).Select(line => line.TrimEnd()).Where(line => line.Length > 0);
    }

    /// <summary>The lines of all pages, turned with 99, without the keys at the foot.</summary>
    private static List<string> Paged(MenuEngine engine, Place place)
    {
        var lines = new List<string>();
        for (var turn = engine.Show(place); ; turn = (Turn)engine.Answer(turn.Place, "99"))
        {
            var page = turn.Text.Split('\n');
            lines.AddRange(page[..^1]);
            if (!page[^1].Contains("99 ", StringComparison.Ordinal))
            {
                return lines;
            }
        }
    }

    private static Outcome Act(Random random, Call call)
    {
        var outcomes = call.Screen.Then.Keys.Order(StringComparer.Ordinal).ToList();
        var outcome = outcomes[random.Next(outcomes.Count)];
        var again = call.Screen.Then[outcome] == call.Place.Screen;
        var language = random.Next(10) == 0 ? Languages.All[random.Next(3)] : call.Place.Language;
        var longest = random.Next(2) == 0;

        var answer = new Outcome(outcome)
        {
            SignsIn = call.Screen.Secret && !again,
            Because = again ? Value.Phrase("gate.wrong-pin", ImmutableDictionary<string, Value>.Empty.Add("left", Value.Number(2))) : null,
            Speak = language,
        };
        foreach (var (fact, value) in longest ? RealBook.Data.In(language) : RealBook.Data.Shorter(random))
        {
            answer.With(fact, value);
        }

        foreach (var list in RealBook.Lists)
        {
            answer.With(list, RealBook.Rows(random, language, random.Next(1, 25), longest));
        }

        return answer;
    }
}
