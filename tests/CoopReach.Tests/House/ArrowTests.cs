using System.Text.RegularExpressions;

namespace CoopReach.Tests.House;

/// <summary>Who may know whom. A room that needs another one not listed here is a decision, and is made here.</summary>
public sealed partial class ArrowTests
{
    private static readonly string[] Capabilities =
        ["Access", "People", "Registry", "Imports", "Cooperatives", "Produce", "Collecting", "Ledger", "Money", "Purchases", "Lending", "Disputes", "Safety", "Privacy", "Booklets", "Broadcasts"];

    private static readonly string[] OfACapability = ["Conversations", "Data", "Outbox", "Audit", "Access", "Office", "Sheets"];

    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Data"] = [],
        ["Logs"] = [],
        ["Outbox"] = ["Data"],
        ["Conversations"] = ["Data", "Outbox"],
        ["Audit"] = ["Data"],
        ["Access"] = ["Data", "Audit", "Outbox", "Conversations"],
        ["People"] = OfACapability,
        ["Registry"] = OfACapability,
        ["Imports"] = OfACapability,
        ["Cooperatives"] = OfACapability,
        ["Produce"] = OfACapability,
        ["Money"] = OfACapability,
        ["Purchases"] = OfACapability,
        ["Disputes"] = OfACapability,
        ["Collecting"] = OfACapability,
        ["Safety"] = OfACapability,
        ["Privacy"] = OfACapability,
        ["Lending"] = OfACapability,
        ["Ledger"] = OfACapability,
        ["Booklets"] = OfACapability,
        ["Members"] = OfACapability,
        ["Broadcasts"] = [.. OfACapability, "Reminders"],
        ["Reminders"] = ["Data"],
        ["Office"] = ["Access", "Audit", "Booklets", "Conversations", "Cooperatives", "Data", "Demo", "Outbox", "People", "Sheets"],
        ["Figures"] = ["Access", "Data", "Office"],
        ["Sheets"] = [],
        ["Channels"] = ["Conversations", "Data", "Outbox", "Demo"],
        ["Demo"] = [.. Capabilities, "Conversations", "Data", "Outbox", "Audit"],
        ["Commands"] = [.. Capabilities, "Audit", "Channels", "Conversations", "Data", "Demo", "Logs", "Outbox"],
    };

    /// <summary>Capability to capability, by name and one way. What is not listed shares rows, not code.</summary>
    private static readonly (string From, string To)[] Pairs =
    [
        ("Access", "Cooperatives"),
        ("Access", "People"),
        ("Booklets", "Cooperatives"),
        ("Booklets", "Disputes"),
        ("Booklets", "Produce"),
        ("Broadcasts", "Cooperatives"),
        ("Broadcasts", "Imports"),
        ("Broadcasts", "People"),
        ("Collecting", "Cooperatives"),
        ("Collecting", "People"),
        ("Collecting", "Produce"),
        ("Disputes", "Cooperatives"),
        ("Disputes", "Produce"),
        ("Disputes", "People"),
        ("Produce", "Cooperatives"),
        ("Produce", "Ledger"),
        ("Produce", "People"),
        ("Safety", "People"),
        ("Money", "Booklets"),
        ("Money", "Disputes"),
        ("Money", "Ledger"),
        ("Money", "People"),
        ("Members", "Booklets"),
        ("Members", "Cooperatives"),
        ("Members", "Money"),
        ("Members", "People"),
        ("Members", "Privacy"),
        ("Members", "Produce"),
        ("Members", "Registry"),
        ("Members", "Safety"),
        ("Purchases", "Booklets"),
        ("Purchases", "Cooperatives"),
        ("Purchases", "Money"),
        ("Purchases", "People"),
        ("Purchases", "Produce"),
        ("Registry", "Cooperatives"),
        ("Registry", "People"),
        ("Imports", "Cooperatives"),
        ("Imports", "People"),
        ("Imports", "Registry"),
    ];

    /// <summary>Foreign keys, which may point anywhere the world does: only from a room's *Tables.cs.</summary>
    private static readonly (string From, string To)[] Keys =
    [
        ("Access", "Cooperatives"),
        ("Audit", "Cooperatives"),
        ("Booklets", "Cooperatives"),
        ("Booklets", "People"),
        ("Broadcasts", "Cooperatives"),
        ("Cooperatives", "People"),
        ("Imports", "Cooperatives"),
        ("Imports", "People"),
        ("People", "Cooperatives"),
        ("Produce", "Cooperatives"),
        ("Produce", "People"),
        ("Ledger", "Cooperatives"),
        ("Ledger", "Money"),
        ("Ledger", "People"),
        ("Ledger", "Produce"),
        ("Money", "Cooperatives"),
        ("Money", "People"),
        ("Money", "Produce"),
        ("Collecting", "Cooperatives"),
        ("Collecting", "People"),
        ("Disputes", "Cooperatives"),
        ("Disputes", "Money"),
        ("Disputes", "People"),
        ("Disputes", "Produce"),
        ("Lending", "Cooperatives"),
        ("Lending", "People"),
        ("Privacy", "People"),
        ("Safety", "People"),
    ];

    /// <summary>The one list of everything that is written once.</summary>
    private static readonly (string File, string To)[] Single =
    [
        ("src/CoopReach/Audit/Verification/Chains.cs", "Access"),
        ("src/CoopReach/Audit/Verification/Chains.cs", "Booklets"),
        ("src/CoopReach/Audit/Verification/Chains.cs", "Collecting"),
        ("src/CoopReach/Audit/Verification/Chains.cs", "Disputes"),
        ("src/CoopReach/Audit/Verification/Chains.cs", "Ledger"),
        ("src/CoopReach/Audit/Verification/Chains.cs", "Money"),
        ("src/CoopReach/Audit/Verification/Chains.cs", "Produce"),
    ];

    [Fact]
    public void A_room_knows_only_the_rooms_it_may()
    {
        var wrong = from file in Product()
                    from to in RoomsIn(file)
                    where to != file.Room && !Arrows[file.Room].Contains(to) && !Pairs.Contains((file.Room, to))
                        && !(file.IsTables && Keys.Contains((file.Room, to))) && !Single.Contains((file.Path, to))
                    select $"{file.Path} uses {to}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_arrow_stays_listed_that_nobody_takes()
    {
        var taken = Product().SelectMany(file => RoomsIn(file), (file, to) => (file.Room, to, file.IsTables, file.Path)).ToHashSet();

        Assert.All(Pairs, pair => Assert.Contains(taken, arrow => (arrow.Room, arrow.to) == pair));
        Assert.All(Keys, key => Assert.Contains(taken, arrow => arrow.IsTables && (arrow.Room, arrow.to) == key));
        Assert.All(Single, single => Assert.Contains(taken, arrow => (arrow.Path, arrow.to) == single));
    }

    [Fact]
    public void Pairs_of_capabilities_go_one_way() => Assert.All(Pairs, pair => Assert.DoesNotContain((pair.To, pair.From), Pairs));

    [Fact]
    public void Every_room_has_its_arrows() =>
        Assert.Equal(Arrows.Keys.Order(), Sources.Code.Select(file => file.Room).Where(room => room.Length > 0).Distinct().Order());

    [Fact]
    public void The_engine_knows_nothing_of_ours_and_nothing_of_the_outside()
    {
        var engine = Sources.Code.Where(file => file.Path.StartsWith("src/CoopReach.Engine/", StringComparison.Ordinal)).ToList();
        var wrong = from file in engine
                    from Match match in Named().Matches(Sources.WithoutComments(file.Text))
                    where !match.Value.StartsWith("CoopReach.Engine", StringComparison.Ordinal)
                    select $"{file.Path} uses {match.Value}";

        Assert.NotEmpty(engine);
        Assert.Empty(wrong);
        Assert.All(engine, file => Assert.DoesNotMatch(@"Microsoft\.|System\.(Net|IO\.File)|\bFile\.|\bRandom\b|TimeProvider", Sources.WithoutComments(file.Text)));
        var project = File.ReadAllText(Path.Combine(Repository.Root, "src/CoopReach.Engine/CoopReach.Engine.csproj"));
        Assert.Equal(["YamlDotNet"], Regex.Matches(project, "Reference Include=\"([^\"]+)\"").Select(match => match.Groups[1].Value));
    }

    private static IEnumerable<Source> Product() => Sources.Code.Where(file => file.Room.Length > 0);

    /// <summary>Rooms a file names, in a using line, in full, or as the sibling of its own namespace.</summary>
    private static IEnumerable<string> RoomsIn(Source file)
    {
        var code = Strings().Replace(Sources.WithoutComments(file.Text), "\"\"");
        var named = Named().Matches(code).Select(match => match.Groups[1].Value);
        var siblings = Sibling().Matches(code).Select(match => match.Groups[1].Value);

        return named.Concat(siblings).Where(name => Arrows.ContainsKey(name)).Distinct();
    }

    [GeneratedRegex(@"CoopReach\.(\w+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![.\w])([A-Z]\w+)\.[A-Z]\w+")]
    private static partial Regex Sibling();

    [GeneratedRegex("\"[^\"\n]*\"")]
    private static partial Regex Strings();
}
