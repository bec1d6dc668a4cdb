using System.Collections.Immutable;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Engine.Tests.Menus;

/// <summary>A book with one of everything the engine does, and the actions behind it. The PIN is 40718; account 3 has none.</summary>
internal static class Village
{
    private const string Yaml = """
        start: { run: arrive, then: { ok: home } }
        home:
          show: home
          choose:
            1: { say: to-names, go: names }
            2: { say: to-money, go: money }
            3: { say: to-find, go: find }
            4: { say: to-language, go: language }
            5: { say: to-help, go: help }
            6: { say: to-pin, go: new-pin }
        names: { run: names, then: { ok: names.list } }
        names.list: { show: names, list: names, row: row, go: name }
        name: { run: name, then: { ok: name.show } }
        name.show: { show: name, choose: { 1: { say: to-names, go: names.list }, 2: { say: to-read, go: read }, 3: { say: bye, go: bye } } }
        read: { show: read, list: names, row: row }
        money: { require: pin, run: money, then: { ok: money.show } }
        money.show: { show: money, choose: { 1: { say: to-read, go: money.more } } }
        money.more: { show: more }
        find: { show: find, ask: word, run: find, then: { ok: name.show, none: find } }
        language: { show: language, ask: language, choose: { 1: { say: rw, take: rw }, 2: { say: en, take: en } }, run: language, then: { ok: names } }
        help: { show: help, choose: { 1: { say: to-names, go: names }, 2: { say: to-help, go: help.more } } }
        help.more: { show: help }
        new-pin: { require: pin, show: new-pin, secret: new, run: propose, then: { ok: bye, refused: new-pin } }
        bye: { end: bye }
        gate: { run: who, then: { one: gate.pin, many: gate.whose } }
        gate.whose: { show: whose, list: accounts, row: row, run: pick, then: { ok: gate.pin, none: gate.none } }
        gate.pin: { show: pin, secret: pin, run: check, then: { ok: continue, wrong: gate.pin, locked: bye } }
        gate.none: { show: no-pin, choose: { 1: { say: to-help, go: help } } }
        resume: { show: offer, choose: { 1: { say: on, go: continue }, 2: { say: again, go: restart } } }
        system.later: { end: later }
        system.strikes: { end: strikes }
        system.late: { end: later }
        system.busy: { end: later }
        """;

    public static MenuBook Book { get; } = Read();

    public static Phone Phone(Language language = Language.English, int names = 4, int accounts = 2) =>
        new(Book, call => Act(call, names, accounts), language);

    private static Outcome Act(Call call, int names, int accounts) => call.Action switch
    {
        "who" => accounts == 1 ? new Outcome("one") : new Outcome("many").With("accounts", Rows("Account", accounts)),
        "pick" => call.Place.Answers["accounts"] == "3" ? new Outcome("none") : new Outcome("ok"),
        "names" => new Outcome("ok").With("names", Rows("Name", names)),
        "name" => new Outcome("ok").With("name", "Name " + call.Place.Answers["names"]),
        "check" => Check(call.Secret!),
        "propose" => call.Secret == "12345" ? new Outcome("refused") { Because = Value.Phrase("weak") } : new Outcome("ok"),
        "money" => new Outcome("ok").With("due", new Francs(84_500)),
        "find" => call.Place.Answers["word"] == "nobody"
            ? new Outcome("none") { Because = Value.Phrase("not-found") }
            : new Outcome("ok").With("name", call.Place.Answers["word"]),
        "language" => new Outcome("ok") { Speak = Languages.Find(call.Place.Answers["language"]) },
        _ => new Outcome("ok"),
    };

    private static Outcome Check(string pin) => pin switch
    {
        "40718" => new Outcome("ok") { SignsIn = true },
        "99999" => new Outcome("locked"),
        _ => new Outcome("wrong") { Because = Value.Phrase("wrong-pin", ImmutableDictionary<string, Value>.Empty.Add("left", Value.Number(2))) },
    };

    private static IEnumerable<Row> Rows(string word, int count) => Enumerable.Range(1, count).Select(number =>
        new Row($"{number}", ImmutableDictionary<string, Value>.Empty.Add("name", $"{word} {(char)('A' + number - 1)}")));

    private static MenuBook Read()
    {
        var book = TinyBook.Of(Yaml).File("house.yaml", "")
            .Longest("due: { money: 99999999 }")
            .Does(new ActionShape("arrive", ["ok"]))
            .Does(new ActionShape("check", ["ok", "wrong", "locked"], "left"))
            .Does(new ActionShape("who", ["one", "many"], "accounts"))
            .Does(new ActionShape("pick", ["ok", "none"]))
            .Does(new ActionShape("names", ["ok"], "names"))
            .Does(new ActionShape("name", ["ok"]))
            .Does(new ActionShape("money", ["ok"], "due") { Private = true })
            .Does(new ActionShape("language", ["ok"]))
            .Does(new ActionShape("propose", ["ok", "refused"]) { Private = true });
        foreach (var (key, text) in new[]
        {
            ("home", "Home"), ("to-names", "Names"), ("to-money", "Money"), ("to-find", "Find"), ("to-language", "Language"), ("to-help", "Help"),
            ("to-pin", "New PIN"), ("to-read", "Read"), ("name", "{{name}}"), ("names", "Names:"), ("read", "To read:"), ("money", "Due: {{due}}"), ("more", "More of it."),
            ("find", "Whom?"), ("not-found", "Nobody."), ("language", "Language?"), ("rw", "Kinyarwanda"), ("en", "English"), ("help", "Help."),
            ("new-pin", "New PIN:"), ("weak", "Too easy."), ("bye", "Bye."), ("whose", "Whose?"), ("no-pin", "No PIN."),
        })
        {
            book.Says(key, text);
        }

        return book.Says("names", rw: "Amazina:", en: "Names:", fr: "Noms :").Says("row", rw: "Bwana {{name}}", en: "{{name}}", fr: "M. {{name}}").Sound();
    }
}
