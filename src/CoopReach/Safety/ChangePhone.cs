using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.People;
using Microsoft.Extensions.Options;

namespace CoopReach.Safety;

/// <summary>
/// A member's new phone, in three hands: staff asks, the member confirms from the new phone, a second person approves. The
/// old phone hears of it first, and can stop it until the approval.
/// </summary>
public sealed class ChangePhone(Store store, IssueCode codes, Books books, IOptions<ConversationSettings> settings, TimeProvider clock)
{
    private const string FindMember = $"""
        select m.person_id, m.number, c.code, i.language, {Recipient.FirstPhone}
        from memberships m join people i on i.id = m.person_id join cooperatives c on c.id = m.cooperative_id where m.id = $1
        """;

    private const string Insert = """
        insert into phone_changes (membership_id, code_id, old_phone, new_phone, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6) returning id
        """;

    private const string FindChange = """
        select membership_id, old_phone, new_phone from phone_changes
        where id = $1 and confirmed_at is not null and stopped_at is null and approved_at is null and asked_by <> $2
            and exists (select 1 from memberships m where m.id = membership_id and m.cooperative_id = $3)
        """;

    private const string Approve = """
        update phone_changes set approved_by = $2, approved_at = $3 where id = $1 and stopped_at is null and approved_at is null and confirmed_at is not null
        """;

    private const string Stop = """
        update phone_changes set stopped_at = $3 where id = $1 and approved_at is null and stopped_at is null
            and exists (select 1 from memberships m where m.id = membership_id and m.cooperative_id = $2)
        returning (select m.number from memberships m where m.id = membership_id)
        """;

    private const string Unlink = "delete from person_phones where person_id = $1 and phone_number = $2";

    /// <summary>Starts a change; the code goes to the member in person, the old phone is told at once.</summary>
    /// <exception cref="RefusedException">The new phone is no Rwandan number, or the member gets no code.</exception>
    public async Task<(long ChangeId, IssuedCode Code)> AskAsync(Staff staff, long membershipId, string newPhone, string? approvedBy, CancellationToken cancel)
    {
        var phone = PhoneOfPerson.Parse(newPhone) is { Length: > 0 } parsed ? parsed : throw RefusedException.Because("safety.refused.phone");
        var code = OneTimeCode.NewDigits();
        (long, IssuedCode) asked = default;
        await store.CommitAsync(async db => asked = await AskAsync(db, new CodeRequest(staff, membershipId, OneTimeCode.Phone, approvedBy), phone, code), cancel);

        return asked;
    }

    /// <summary>False when it is not confirmed, was stopped, is done, is of another cooperative, or the approver is who asked: nothing changed then.</summary>
    public async Task<bool> ApproveAsync(Staff staff, long changeId, CancellationToken cancel)
    {
        var approved = false;
        await store.CommitAsync(async db => approved = await ApproveAsync(db, staff, changeId), cancel);

        return approved;
    }

    /// <summary>The office says no to a change. False when it is done, was stopped, or is of another cooperative.</summary>
    public async Task<bool> StopAsync(Staff staff, long changeId, CancellationToken cancel)
    {
        string? number = null;
        await store.CommitAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                number = await db.FirstAsync(Stop, row => row.Text(0), changeId, staff.CooperativeId, now);
                if (number is not null)
                {
                    await staff.NoteAsync(db, now, "phone.stop", $"member:{number}", $"change {changeId}");
                }
            },
            cancel);

        return number is not null;
    }

    private async ValueTask<(long, IssuedCode)> AskAsync(Statements db, CodeRequest request, string phone, string code)
    {
        var now = clock.GetUtcNow();
        var issued = await codes.WriteAsync(db, request, code, phone);
        var member = (await db.FirstAsync(FindMember, ReadMember, request.MembershipId))!;
        var change = await db.FirstAsync(
            Insert, row => row.Number(0), request.MembershipId, issued.Id, member.Phone, phone, request.By.Actor, now);
        await Announcement.QueueAsync(db, member.PersonId, $"phone-asked:{change}", Say(member, "safety.phone.asked-sms", phone), now);

        return (change, issued);
    }

    private async ValueTask<bool> ApproveAsync(Statements db, Staff staff, long changeId)
    {
        var now = clock.GetUtcNow();
        var change = await db.FirstAsync(FindChange, row => new Change(row.Number(0), row.TextOrNull(1), row.Text(2)), changeId, staff.Actor, staff.CooperativeId);
        if (change is null || await db.ExecuteAsync(Approve, changeId, staff.Actor, now) == 0)
        {
            return false;
        }

        var member = (await db.FirstAsync(FindMember, ReadMember, change.MembershipId))!;
        await PhoneOfPerson.LinkAsync(db, member.PersonId, change.NewPhone, member.Language, now);
        await PayoutHolds.AddAsync(db, member.PersonId, PayoutHold.NewPhone, now, now + PayoutHold.Caution);
        await Announcement.QueueAsync(db, member.PersonId, $"phone-changed:{changeId}", Say(member, "safety.phone.changed-sms", change.NewPhone), now);
        await db.ExecuteAsync(Unlink, member.PersonId, change.OldPhone);
        await staff.NoteAsync(db, now, "phone.approve", $"member:{member.Number}", $"change {changeId}");

        return true;
    }

    private string Say(Member member, string key, string newPhone) => books.Today.Book.Phrases.Say(
        Languages.Find(member.Language) ?? Language.Kinyarwanda,
        key,
        new Dictionary<string, Value>
        {
            ["coop"] = member.Cooperative,
            ["number"] = member.Number,
            ["phone-end"] = PhoneOfPerson.End(newPhone),
            ["ussd"] = settings.Value.ServiceCode,
        });

    private static Member ReadMember(ResultRow row) => new(row.Number(0), row.Text(1), row.Text(2), row.Text(3), row.TextOrNull(4));

    private sealed record Member(long PersonId, string Number, string Cooperative, string Language, string? Phone);

    private sealed record Change(long MembershipId, string? OldPhone, string NewPhone);
}
