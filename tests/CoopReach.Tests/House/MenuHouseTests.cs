using System.Text.RegularExpressions;
using CoopReach.Audit.Verification;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Tests.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.House;

/// <summary>That menus, phrases, code and documents speak of the same things, in both directions.</summary>
public sealed partial class MenuHouseTests(RunningService running) : IClassFixture<RunningService>
{
    /// <summary>What the engine says of itself: <c>menus check</c> asks for them too.</summary>
    private static readonly string[] AlwaysSaid = ["nav.back", "nav.home", "nav.more", "common.wrong-choice"];

    private MenuBook Book => running.Service.Services.GetRequiredService<Books>().Today.Book;

    private IEnumerable<IMenuAction> Actions => running.Service.Services.GetServices<IMenuAction>();

    [Fact]
    public void Every_action_is_run_by_a_menu_and_every_menu_runs_an_action() => Assert.Equal(
        Actions.Select(action => action.Shape.Name).Order(StringComparer.Ordinal),
        Book.Screens.Values.Select(screen => screen.Run).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_action_that_was_written_is_registered() => Assert.Equal(
        typeof(IMenuAction).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IMenuAction))).Select(type => type.FullName).Order(),
        Actions.Select(action => action.GetType().FullName).Order());

    /// <summary>people.check-pin is People/CheckPinAction.</summary>
    [Fact]
    public void An_action_is_called_after_its_key() => Assert.All(Actions, action =>
    {
        var (room, verb) = action.Shape.Name.Split('.') is [var first, var second] ? (first, second) : throw new FormatException(action.Shape.Name);
        Assert.Equal($"CoopReach.{Pascal(room)}.{Pascal(verb)}Action", action.GetType().FullName);
    });

    [Fact]
    public void Every_phrase_is_said_somewhere()
    {
        var quoted = Literals().ToHashSet();
        // A family that no screen shows is at least put together in code, and named there down to its group.
        var families = Families().Concat(Beginnings().Where(beginning => beginning.Count(letter => letter == '.') > 1).Select(beginning => beginning.TrimEnd('.'))).ToList();
        var said = Book.Screens.Values
            .SelectMany(screen => screen.Choices.Select(choice => choice.Say).Append(screen.Show).Append(screen.Row))
            .OfType<string>().Concat(AlwaysSaid).Concat(quoted).ToHashSet();

        var silent = Book.Phrases.Keys.Where(key => !said.Contains(key) && !families.Exists(family => key.StartsWith($"{family}.", StringComparison.Ordinal)));

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_phrase_the_code_names_exists()
    {
        var groups = Book.Phrases.Keys.Select(key => key.Split('.')[0]).ToHashSet();
        var known = Book.Phrases.Keys.Concat(Book.Screens.Keys).Concat(Actions.Select(action => action.Shape.Name)).ToHashSet();

        var unknown = Literals().Where(key => groups.Contains(key.Split('.')[0]) && !known.Contains(key));
        var families = Beginnings().Where(family => groups.Contains(family.Split('.')[0]) && !Book.Phrases.Keys.Any(key => key.StartsWith(family, StringComparison.Ordinal)));

        Assert.Empty(unknown);
        Assert.Empty(families);
    }

    [Fact]
    public void A_family_of_phrases_has_members() =>
        Assert.All(Families(), family => Assert.Contains(Book.Phrases.Keys, key => key.StartsWith($"{family}.", StringComparison.Ordinal)));

    [Fact]
    public void Apostrophes_are_straight() => Assert.All(
        Sources.Repository.Where(file => file.Path.StartsWith("localization/", StringComparison.Ordinal) || file.Path.StartsWith("menus/", StringComparison.Ordinal)),
        file => Assert.DoesNotMatch("[\u2018\u2019\u201b\u02bc\u00b4]", file.Text));

    /// <summary>After a change of the menus: dotnet run --project src/CoopReach -- menus draw docs/menus.md</summary>
    [Fact]
    public void The_drawing_of_the_menus_is_of_today() =>
        Assert.Equal(MenuDrawing.Of(Book), File.ReadAllText(Path.Combine(Repository.Root, "docs", "menus.md")));

    [Fact]
    public void The_review_by_a_native_speaker_reads_what_members_hear()
    {
        var rows = ReviewRow().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "native-review.md")));

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.Contains(row.Groups["rw"].Value, Spoken(Language.Kinyarwanda, row.Groups["key"].Value));
            Assert.Contains(row.Groups["en"].Value, Spoken(Language.English, row.Groups["key"].Value));
        });
    }

    [Fact]
    public void Every_chain_declared_is_verified()
    {
        var declared = typeof(ChainedTable).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
            .Where(field => field.FieldType.IsSubclassOf(typeof(ChainedTable)))
            .Select(field => ((ChainedTable)field.GetValue(null)!).Name);

        Assert.Equal(declared.Order(), Chains.All.Select(table => table.Name).Order());
    }

    private IEnumerable<string> Spoken(Language language, string key) =>
        Book.Phrases.Variants(language, key).Select(text => text.Replace("\n", " / ", StringComparison.Ordinal));

    private static IEnumerable<string> Literals() => Sources.Code.SelectMany(file => Literal().Matches(Sources.WithoutComments(file.Text)).Select(match => match.Groups[1].Value));

    /// <summary>The fixed beginning of keys put together in code.</summary>
    private static IEnumerable<string> Beginnings() => Sources.Code.SelectMany(file => Beginning().Matches(Sources.WithoutComments(file.Text)).Select(match => match.Groups[1].Value));

    private static IEnumerable<string> Families() =>
        Family().Matches(File.ReadAllText(Path.Combine(Repository.Root, "menus", "longest.yaml"))).Select(match => match.Groups[1].Value);

    private static string Pascal(string key) => string.Concat(key.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex("(?<!\\$)\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\\$\"([a-z][a-z0-9-]*\\.(?:[a-z0-9-]+\\.)*)\\{")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\{ phrase: ([a-z.-]+) \}")]
    private static partial Regex Family();

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \| (?<rw>.+?) \| (?<en>.+?) \|$", RegexOptions.Multiline)]
    private static partial Regex ReviewRow();
}
