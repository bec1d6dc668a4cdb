using System.Globalization;
using CoopReach.Audit;
using CoopReach.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Transcripts;

/// <summary>What the office writes down of people. Who weighs and what is bought has no use case yet: these are rows.</summary>
internal sealed class OfficeRegistry(Service service)
{
    private const string Assign = """
        insert into collector_assignments (cooperative_id, person_id, station_id, started_on, role)
        select m.cooperative_id, m.person_id, (select min(s.id) from stations s where s.cooperative_id = m.cooperative_id), $3, $4
        from memberships m where m.cooperative_id = $1 and m.number = $2
        """;

    private const string Buy = "insert into products (cooperative_id, name, crop, grade, unit, position) select id, $2, 'maize', '', 'kg', 9 from cooperatives where id = $1";

    public async Task RelateAsync(string cooperative, string number, string relative)
    {
        var clerk = await ClerkAsync(cooperative);
        await Get<FamilyRecords>().AddKinAsync(clerk, await PersonAsync(clerk, number), await PersonAsync(clerk, relative), "sibling", CancellationToken.None);
    }

    /// <param name="roleAndDay">collector or storekeeper, and the first day.</param>
    public async Task AssignAsync(string cooperative, string number, string roleAndDay)
    {
        var said = roleAndDay.Split(' ');
        var clerk = await ClerkAsync(cooperative);
        await service.Database.ExecuteAsync(Assign, clerk.CooperativeId, number, DateOnly.Parse(said[1], CultureInfo.InvariantCulture), said[0]);
    }

    /// <param name="product">Of the crop of its name, without a limit for moisture.</param>
    public async Task BuyAsync(string cooperative, string product) =>
        await service.Database.ExecuteAsync(Buy, (await ClerkAsync(cooperative)).CooperativeId, product);

    public async Task RegisterAsync(string cooperative, string number, string phone)
    {
        var clerk = await ClerkAsync(cooperative);
        var (person, _) = await Get<RegisterMember>().RunAsync(
            clerk, new PersonForm("Uwineza", "Diane"), new MembershipForm(number, new DateOnly(2026, 5, 1)), CancellationToken.None);
        await Get<Phones>().GiveAsync(clerk, person, phone, "self", CancellationToken.None);
    }

    public async Task GiveAsync(string cooperative, string number, string phone)
    {
        var clerk = await ClerkAsync(cooperative);
        await Get<Phones>().GiveAsync(clerk, await PersonAsync(clerk, number), phone, "self", CancellationToken.None);
    }

    public async Task AgreeAsync(string cooperative, string number, string purpose)
    {
        var clerk = await ClerkAsync(cooperative);
        await Get<Consents>().GiveAsync(clerk, await PersonAsync(clerk, number), purpose, $"{purpose}-1", "rw", CancellationToken.None);
    }

    public async Task WithdrawAsync(string cooperative, string number, string purpose)
    {
        var clerk = await ClerkAsync(cooperative);
        await Get<Consents>().WithdrawAsync(clerk, await PersonAsync(clerk, number), purpose, CancellationToken.None);
    }

    private async Task<Staff> ClerkAsync(string cooperative) =>
        new(await service.Database.NumberAsync("select id from cooperatives where code = $1", cooperative), OfficeDesk.Clerk);

    private Task<long> PersonAsync(Staff clerk, string number) =>
        service.Database.NumberAsync("select person_id from memberships where cooperative_id = $1 and number = $2", clerk.CooperativeId, number);

    private T Get<T>()
        where T : notnull => service.Services.GetRequiredService<T>();
}
