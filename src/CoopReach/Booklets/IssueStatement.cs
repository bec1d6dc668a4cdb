using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Booklets;

/// <summary>A statement as it is handed out.</summary>
/// <param name="Code">As it is printed.</param>
/// <param name="Html">The whole page, for <see cref="PdfPrinter"/> or a browser.</param>
public sealed record Statement(string Code, StatementFacts Facts, string Html);

/// <summary>
/// Adds up a member's statement, remembers that it was given out, and writes it as a page, all at one moment of the book.
/// Each issue is a row and a code of its own; the member can see that somebody looked.
/// </summary>
public sealed class IssueStatement(Store store, StatementPage page, TimeProvider clock)
{
    /// <param name="language">The language of the paper; null for the member's own.</param>
    /// <exception cref="RefusedException">The membership is not of the cooperative.</exception>
    public async Task<Statement> RunAsync(Staff by, long membershipId, Period period, Language? language, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var code = PaperCode.New();
        StatementFacts? facts = null;
        var hash = "";
        await store.CommitAsync(
            async db =>
            {
                await by.MustServeAsync(db, membershipId);
                await StandStill.JoinAsync(db, by.CooperativeId);
                facts = await StatementRows.ReadAsync(db, membershipId, period);
                hash = StatementContent.HashOf(facts!);
                await WriteAsync(db, by, Row(by, membershipId, facts!, code, hash, now), facts!);
            },
            cancel);

        var spoken = language ?? Languages.Find(facts!.Member.Language) ?? Language.Kinyarwanda;
        return new(PaperCode.Written(code), facts!, page.Write(facts!, spoken, new(PaperCode.Written(code), hash, now)));
    }

    private static async ValueTask WriteAsync(Statements db, Staff by, IssuedStatement row, StatementFacts facts)
    {
        await IssuedStatement.Table.AppendAsync(db, row);
        await AuditLog.WriteAsync(
            db, by.CooperativeId, row.IssuedAt, by.Actor, "statement.open", $"member:{facts.Member.Number}", $"{row.FromDay:O} {row.ToDay:O}", "console");
    }

    private static IssuedStatement Row(Staff by, long membershipId, StatementFacts facts, string code, string hash, DateTimeOffset now) => new()
    {
        CooperativeId = by.CooperativeId,
        Code = code,
        MembershipId = membershipId,
        FromDay = facts.Period.From,
        ToDay = facts.Period.To,
        OwedBefore = facts.OwedBefore,
        Earned = facts.Earned,
        Paid = facts.Paid,
        Owed = facts.Owed,
        Contested = facts.Contested,
        ContentHash = hash,
        IssuedBy = by.Actor,
        IssuedAt = now,
    };
}
