using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopReach.Tests.Conversations;

/// <summary>A PIN is nowhere but in the head of the member: not in the transcript, the place, a message, a log, or any column.</summary>
public sealed class SecretsTests
{
    private static readonly string[] Typed = ["40718", "97531", "86421", "64208", "51930", "82461"];

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task No_PIN_that_was_typed_is_anywhere_afterwards(Provider provider)
    {
        var log = new KeptLog();
        await using var service = await Service.StartAsync(provider, services: services => services.AddSingleton<ILoggerProvider>(log));
        var alice = service.Phone("+250788000101");

        // Right, wrong, new, the two not alike, and left open in the middle.
        await TypeAsync(service, alice, "", "7", "3", "97531", "40718", "86421", "64208", "86421");

        // At screens that ask for no PIN, in the ways people type digits.
        await TypeAsync(service, alice, "", "2", "40718", "9");
        await TypeAsync(service, alice, "", "40718", "40718.", " 40718 ");
        await TypeAsync(service, alice, "", "9", "40718#", "４０７１８");

        // Dialled through, at the right place and at the wrong one.
        await TypeAsync(service, alice, "1*40718");
        await TypeAsync(service, alice, "1*97531*40718");
        await TypeAsync(service, alice, "40718*40718");
        await TypeAsync(service, service.Phone("+250788000102"), "2*51930", "82461", "1");

        var found = await FindAsync(service.Database);
        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.DoesNotContain(Typed, pin => log.All.Contains(pin, StringComparison.Ordinal));
        Assert.Equal(12, await service.Database.NumberAsync("select count(*) from conversation_steps where input = '*****'"));
    }

    private static async Task TypeAsync(Service service, TestPhone phone, string dialled, params string[] inputs)
    {
        service.Clock.Advance(TimeSpan.FromMinutes(6));
        await phone.DialAsync(dialled);
        foreach (var input in inputs)
        {
            await phone.TypeAsync(input);
        }
    }

    /// <summary>Every text of every table that has one of the PINs in it.</summary>
    private static async Task<List<string>> FindAsync(TestDatabase database)
    {
        var columns = await database.ReadAsync(db => db.AllAsync(
            database.Provider == Provider.Sqlite
                ? "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and c.type = 'TEXT'"
                : "select table_name::text, column_name::text from information_schema.columns where table_schema = 'public' and data_type in ('text', 'character varying')",
            row => (Table: row.Text(0), Column: row.Text(1))));
        var found = new List<string>();
        foreach (var (table, column) in columns)
        {
            var texts = await database.ReadAsync(db => db.AllAsync($"select \"{column}\" from \"{table}\" where \"{column}\" is not null", row => row.Text(0)));
            found.AddRange(texts.Where(text => Typed.Any(pin => text.Contains(pin, StringComparison.Ordinal))).Select(text => $"{table}.{column}: {text}"));
        }

        // A scan that looks at nothing finds nothing.
        Assert.Contains(columns, column => column == ("conversation_steps", "input"));
        Assert.Contains(columns, column => column == ("conversation_steps", "state"));
        return found;
    }
}
