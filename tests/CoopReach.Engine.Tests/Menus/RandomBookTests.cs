using System.Collections.Immutable;
using System.Text;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using CoopReach.Engine.Tests.Phrases;
using Xunit.Sdk;

namespace CoopReach.Engine.Tests.Menus;

/// <summary>Any book the check lets through can be walked by anybody, whatever he types and the actions answer.</summary>
public sealed class RandomBookTests
{
    private const int StepsEach = 200;

    [Fact]
    public void Nobody_gets_stuck_in_a_checked_book()
    {
        var books = Chance.Times(1_000_000, 30_000) / StepsEach;
        for (var seed = 0; seed < books; seed++)
        {
            try
            {
                Wander(new Random(seed));
            }
            catch (Exception e)
            {
                throw new XunitException($"seed {seed}: {e.Message}", e);
            }
        }
    }

    private static void Wander(Random random)
    {
        var book = TinyBook.Of(Screens(random)).Says("long", new string('x', 40) + "\n{{name}}").Says("wide", new string('w', 50) + "{{name}}").Sound();
        var phone = new Phone(book, call => Act(random, call), Languages.All[random.Next(3)]);

        new Wanderer(random, phone, random.Next(2) == 0 ? 160 : random.Next(100, 183)).Steps(StepsEach, _ => { });
    }

    /// <summary>Screen a, s1, s2 ... each with a way to the next, and others anywhere; silent steps only lead forward.</summary>
    private static string Screens(Random random)
    {
        var count = random.Next(3, 12);
        var yaml = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var any = Name(random.Next(count));
            var ahead = Name(random.Next(i + 1, count + 1));
            yaml.Append(Name(i)).Append(": ").AppendLine(Screen(random, Name(i), Name(i + 1), any, ahead));
        }

        return yaml.Append(Name(count)).Append(random.Next(2) == 0 ? ": { end: say }" : ": { show: long }").ToString();
    }

    private static string Name(int i) => i == 0 ? "a" : $"s{i}";

    private static string Screen(Random random, string own, string next, string any, string ahead) => random.Next(9) switch
    {
        0 => $"{{ run: find, then: {{ ok: {next}, none: {ahead} }} }}",
        1 => $"{{ require: pin, run: own, then: {{ ok: {next} }} }}",
        2 => $"{{ show: say, list: rows, row: row, go: {next} }}",
        3 => $"{{ show: long, list: rows, row: wide, run: find, then: {{ ok: {next}, none: {any} }} }}",
        4 => $"{{ show: long, ask: it, run: find, then: {{ ok: {next}, none: {own} }} }}",
        5 => $"{{ show: say, secret: it, run: check, then: {{ ok: {next}, wrong: {own} }} }}",
        6 => $"{{ require: pin, show: long, choose: {{ 1: {{ say: say, go: {any} }}, 2: {{ say: say, go: {next} }} }} }}",
        7 => $"{{ show: say, ask: it, choose: {{ 1: {{ say: row, take: x }}, 12: {{ say: say, go: {any} }} }}, go: {next} }}",
        _ => $"{{ show: long, choose: {{ 1: {{ say: say, go: {next} }}, 2: {{ say: row, go: {any} }}, 3: {{ say: say, go: {ahead} }} }} }}",
    };

    private static Outcome Act(Random random, Call call)
    {
        var outcomes = call.Screen.Then.Keys.Order(StringComparer.Ordinal).ToList();
        var outcome = outcomes[random.Next(outcomes.Count)];

        return new Outcome(outcome)
        {
            SignsIn = call.Action == "check" && outcome == "ok",
            Because = outcome is "none" or "wrong" && random.Next(2) == 0 ? Value.Phrase("wrong-pin", With("left", Value.Number(random.Next(4)))) : null,
            Speak = random.Next(5) == 0 ? Languages.All[random.Next(3)] : null,
        }
        .With("name", "Jeanne"[..random.Next(1, 7)])
        .With("rows", Enumerable.Range(1, random.Next(0, 20)).Select(i => new Row($"{i}", With("name", "Jeanne"))));
    }

    private static ImmutableDictionary<string, Value> With(string name, Value value) => ImmutableDictionary<string, Value>.Empty.Add(name, value);
}
