using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Registry;

/// <summary>
/// Makes a person unknown who has left: name, birth, village, IDs, phones, photo, PIN and family go, with those of every
/// record merged into theirs. Member numbers and every franc stay, since the law wants the books kept.
/// </summary>
public sealed class ErasePerson(Store store, Links links, TimeProvider clock)
{
    /// <summary>Tables whose rows stay: the books hang on them, or they prove what was agreed to. Everything else of a person is deleted.</summary>
    private static readonly string[] Kept = ["people", "memberships", "collector_assignments", "consents", "import_rows"];

    /// <summary>
    /// What of a membership stays: contracts the books hang on. Where payments went is written once and stays with them; what
    /// a phone was sent or typed is forgotten by its own age.
    /// </summary>
    private static readonly string[] KeptOfMembership = ["loans", "loan_requests", "import_rows"];

    private const string Ours = "in (select id from memberships where person_id = $1)";

    private const string Running = "select count(*) from memberships where person_id = $1 and ended_on is null";

    private const string Records = """
        select id from people where (id = $1 and merged_into_id is null and erased_at is null) or merged_into_id = $1 order by id
        """;

    private const string Numbers = "select phone_number from person_phones where person_id = $1";

    private const string Unlink = "update consents set phone_number = null where person_id = $1";

    private const string Empty = "update import_rows set sealed = $2, findings = '', added_phone = null where person_id = $1 or match_id = $1";

    private const string Pseudonym = """
        update people set family_name = 'Erased', given_names = '', search_name = '', sex = null, birth_year = null, birth_date = null,
            village_code = null, no_id_reason = null, erased_at = $2
        where id = $1
        """;

    private const string ForgetPhone = """
        delete from phones where number = $1
            and not exists (select 1 from person_phones where phone_number = $1) and not exists (select 1 from consents where phone_number = $1)
        """;

    /// <exception cref="RefusedException">A membership still runs, in this cooperative or another.</exception>
    public Task RunAsync(Staff by, long personId, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var subject = await by.SubjectAsync(db, personId);
            if (await db.FirstAsync(Running, row => row.Number(0), personId) > 0)
            {
                throw RefusedException.Because("registry.refused.still-member");
            }

            foreach (var record in await db.AllAsync(Records, row => row.Number(0), personId))
            {
                await EraseAsync(db, record, clock.GetUtcNow());
            }

            await by.NoteAsync(db, clock.GetUtcNow(), "person.erase", subject);
        },
        cancel);

    private async ValueTask EraseAsync(Statements db, long personId, DateTimeOffset now)
    {
        var numbers = await db.AllAsync(Numbers, row => row.Text(0), personId);
        await db.ExecuteAsync(Unlink, personId);
        await db.ExecuteAsync(Empty, personId, Array.Empty<byte>());
        await db.ExecuteAsync($"delete from phone_changes where membership_id {Ours}", personId); // points to the codes
        foreach (var link in links.ToMembership.Where(link => !link.WrittenOnce && !KeptOfMembership.Contains(link.Table)))
        {
            await db.ExecuteAsync($"delete from {link.Table} where {link.Column} {Ours}", personId);
        }

        foreach (var link in links.ToPerson.Where(link => !link.WrittenOnce && !Kept.Contains(link.Table)))
        {
            await db.ExecuteAsync($"delete from {link.Table} where {link.Column} = $1", personId);
        }

        await db.ExecuteAsync(Pseudonym, personId, now);
        foreach (var number in numbers)
        {
            await db.ExecuteAsync("delete from broadcast_numbers where phone = $1", number);
            await db.ExecuteAsync(ForgetPhone, number);
        }
    }
}
