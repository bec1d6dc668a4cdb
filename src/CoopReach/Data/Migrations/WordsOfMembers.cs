using Microsoft.EntityFrameworkCore.Migrations;

namespace CoopReach.Data.Migrations;

/// <summary>
/// The database itself keeps what a list of members is sorted and searched by: of a million members, a page is found by an
/// index and never by reading all of them. Called again by a migration that rebuilds people, memberships or person_phones.
/// </summary>
internal static class WordsOfMembers
{
    private const string DigitsFromTheEnd = """
        '#' || substr(f.phone_number, length(f.phone_number), 1) || substr(f.phone_number, length(f.phone_number) - 1, 1)
            || substr(f.phone_number, length(f.phone_number) - 2, 1) || substr(f.phone_number, length(f.phone_number) - 3, 1)
            || substr(f.phone_number, length(f.phone_number) - 4, 1) || substr(f.phone_number, length(f.phone_number) - 5, 1)
            || substr(f.phone_number, length(f.phone_number) - 6, 1) || substr(f.phone_number, length(f.phone_number) - 7, 1)
            || substr(f.phone_number, length(f.phone_number) - 8, 1)
        """;

    private static readonly (string Table, string Event, string Who)[] Causes =
    [
        ("memberships", "insert", "new.person_id"),
        ("memberships", "update of person_id", "new.person_id"),
        ("people", "update of family_name, given_names, search_name, village_code", "new.id"),
        ("person_phones", "insert", "new.person_id"),
        ("person_phones", "delete", "old.person_id"),
    ];

    public static void KeepMemberSearch(this MigrationBuilder migration)
    {
        if (migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            migration.KeepInSqlite();
        }
        else
        {
            migration.KeepInPostgreSql();
        }
    }

    /// <summary>Writes all of it for the people that fit, of a database that has no words of them.</summary>
    /// <param name="who">On person_id: = new.id.</param>
    internal static IEnumerable<string> Fill(bool isSqlite, string who) =>
    [
        $"""
        update memberships set sort_name = (select p.family_name || ' ' || p.given_names from people p where p.id = memberships.person_id),
            village_code = (select p.village_code from people p where p.id = memberships.person_id) where person_id {who}
        """,
        $"""
        insert into member_words (word, cooperative_id, membership_id)
        select w.value, m.cooperative_id, m.id from memberships m join people p on p.id = m.person_id cross join {WordsOf(isSqlite)}
        where m.person_id {who} and w.value <> '' on conflict do nothing
        """,
        $"""
        insert into member_words (word, cooperative_id, membership_id)
        select m.number, m.cooperative_id, m.id from memberships m where m.person_id {who} on conflict do nothing
        """,
        $"""
        insert into member_words (word, cooperative_id, membership_id)
        select {DigitsFromTheEnd}, m.cooperative_id, m.id from memberships m join person_phones f on f.person_id = m.person_id
        where m.person_id {who} on conflict do nothing
        """,
    ];

    /// <summary>The words of a name: letters and digits with spaces between them, so they stand in JSON as they are.</summary>
    private static string WordsOf(bool isSqlite) => isSqlite
        ? """json_each('["' || replace(p.search_name, ' ', '","') || '"]') w"""
        : "unnest(string_to_array(p.search_name, ' ')) w(value)";

    private static string Empty(string who) => $"delete from member_words where membership_id in (select id from memberships where person_id {who})";

    private static void KeepInSqlite(this MigrationBuilder migration)
    {
        foreach (var (table, what, who) in Causes)
        {
            var name = $"member_search_{table}_{what.Split(' ')[0]}";
            migration.Sql($"drop trigger if exists {name}");
            migration.Sql($"create trigger {name} after {what} on {table} begin {Empty($"= {who}")}; {string.Join("; ", Fill(isSqlite: true, $"= {who}"))}; end");
        }

        migration.Sql("drop trigger if exists member_search_gone");
        migration.Sql("create trigger member_search_gone after delete on memberships begin delete from member_words where membership_id = old.id; end");
        migration.FillAll(isSqlite: true);
    }

    private static void KeepInPostgreSql(this MigrationBuilder migration)
    {
        // Words are compared byte by byte, whatever the language of the database.
        migration.Sql("alter table member_words alter column word type text collate \"C\"");
        migration.Sql(
            $"create or replace function keep_member_words(who bigint) returns void language plpgsql as $$ begin {Empty("= who")}; {string.Join("; ", Fill(isSqlite: false, "= who"))}; end $$");
        foreach (var (table, what, who) in Causes)
        {
            var name = $"member_search_{table}_{what.Split(' ')[0]}";
            migration.Sql($"create or replace function {name}() returns trigger language plpgsql as $$ begin perform keep_member_words({who}); return null; end $$");
            migration.Sql($"drop trigger if exists {name} on {table}");
            migration.Sql($"create trigger {name} after {what} on {table} for each row execute function {name}()");
        }

        migration.Sql(
            "create or replace function member_search_gone() returns trigger language plpgsql as "
                + "$$ begin delete from member_words where membership_id = old.id; return null; end $$");
        migration.Sql("drop trigger if exists member_search_gone on memberships");
        migration.Sql("create trigger member_search_gone after delete on memberships for each row execute function member_search_gone()");
        migration.FillAll(isSqlite: false);
    }

    private static void FillAll(this MigrationBuilder migration, bool isSqlite)
    {
        foreach (var sql in Fill(isSqlite, "is not null"))
        {
            migration.Sql(sql);
        }
    }
}
