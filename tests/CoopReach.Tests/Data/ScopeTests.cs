using System.Reflection;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.People;
using CoopReach.Produce;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Tests.Data;

/// <summary>What the pages of the office may read: through whichever table, the rows of their own cooperatives.</summary>
public sealed class ScopeTests
{
    private const long Maize = 1;
    private const long Coffee = 2;

    /// <summary>Belong to no member and no cooperative: phones before anybody is known, officers, the gateways, the queue's own memory.</summary>
    private static readonly string[] Hidden =
    [
        "access_events", "posts", "users", "chain_heads", "code_tries", "conversation_steps", "conversations", "delivery_reports", "drafts", "inbound_messages", "jobs", "outbox_gateways", "outbox_plans",
        "outbox_stops", "paper_tries", "phones", "reminders",
    ];

    public static TheoryData<Provider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Without_a_scope_no_table_shows_a_row_but_what_is_everybodys(Provider provider)
    {
        await using var database = await TestDatabase.FullBookAsync(provider);
        await using var db = database.Open();
        var shown = db.Model.GetEntityTypes().Where(entity => Count(db, entity.ClrType) > 0).Select(entity => entity.GetTableName()!);

        Assert.Equal(["cooperatives", "menu_books"], shown.Append("menu_books").Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_cooperative_sees_its_own_rows_of_every_table_and_none_of_another(Provider provider)
    {
        await using var database = await TestDatabase.FullBookAsync(provider);
        foreach (var (scope, own) in new[] { (Scope.Of(Coffee), Coffee), (Scope.Of(Maize), Maize) })
        {
            await using var db = database.Open();
            db.Scope = scope;
            foreach (var entity in db.Model.GetEntityTypes().Where(entity => entity.FindProperty("CooperativeId") is not null))
            {
                Assert.All(await OwnersAsync(db, entity.ClrType), owner => Assert.Equal((entity.Name, own), (entity.Name, owner)));
            }

            var everybody = await Everybody(database).Rows<Membership>().Where(one => one.CooperativeId == own).Select(one => one.PersonId).Distinct().OrderBy(id => id).ToListAsync();
            Assert.Equal(everybody, await db.Rows<Person>().Select(person => person.Id).OrderBy(id => id).ToListAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Every_table_belongs_somewhere_or_is_known_to_be_hidden(Provider provider)
    {
        await using var database = await TestDatabase.FullBookAsync(provider);
        await using var all = Everybody(database);
        await using var both = database.Open();
        both.Scope = Scope.Of(await all.Rows<CoopReach.Cooperatives.Cooperative>().Select(one => one.Id).ToListAsync());

        var hidden = all.Model.GetEntityTypes().Where(entity => Count(both, entity.ClrType) < Count(all, entity.ClrType)).Select(entity => entity.GetTableName()!);

        Assert.Empty(hidden.Except(Hidden));
        Assert.Empty(Hidden.Except(all.Model.GetEntityTypes().Select(entity => entity.GetTableName()!)));
        Assert.True(Count(both, typeof(PurchaseOrder)) > 0 && Count(both, typeof(AuditEntry)) > 0);
    }

    private static CoopDb Everybody(TestDatabase database)
    {
        var db = database.Open();
        db.Scope = Scope.Everything;
        return db;
    }

    private static int Count(CoopDb db, Type type) => Call<int>(nameof(CountOf), db, type);

    private static Task<List<long?>> OwnersAsync(CoopDb db, Type type) => Call<Task<List<long?>>>(nameof(OwnersOf), db, type);

    private static T Call<T>(string method, CoopDb db, Type type) =>
        (T)typeof(ScopeTests).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(null, [db])!;

    private static int CountOf<T>(CoopDb db)
        where T : class => db.Rows<T>().Count();

    private static Task<List<long?>> OwnersOf<T>(CoopDb db)
        where T : class => db.Rows<T>().Select(row => EF.Property<long?>(row, "CooperativeId")).Distinct().ToListAsync();
}
