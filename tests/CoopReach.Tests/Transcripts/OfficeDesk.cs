using CoopReach.Audit;
using CoopReach.Booklets;
using CoopReach.Engine;
using CoopReach.Money;
using CoopReach.Safety;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Transcripts;

/// <summary>
/// What the office does between two dials, by its real use cases. Lines: <c>office new-phone TWZ 0101 +250788000177</c>,
/// <c>office approves</c> that phone by a second person, <c>office pays TWZ</c> all that is due, by two people, and
/// <c>office prints TWZ 0101 B</c>, a statement of this year's season, <c>office refuses TWZ 2 the reason</c> and <c>office
/// settles TWZ 2 45 the answer</c>, with the weight that stands. Of people: <c>office relates TWZ 0150 0101</c>, <c>office
/// assigns TWZ 0150 storekeeper 2026-05-15</c>, <c>office registers UCN 0001 +250788000199</c> and <c>office
/// gives</c> somebody one more phone, <c>office agrees TWZ 0101
/// photo</c> for the member and <c>office withdraws</c> the same; <c>office buys TWZ product.maize</c> has no price yet. The code of the phone or the paper is typed as <c>{code}</c>.
/// </summary>
internal sealed class OfficeDesk(Service service)
{
    public const string Clerk = "staff:clerk@twz.demo";
    public const string Manager = "staff:manager@twz.demo";

    private readonly OfficeRegistry _registry = new(service);

    private long _change;
    private long _changeOf;
    private int _batches;

    /// <summary>Told or handed to the member in person: another one in every run, so no transcript can hold it.</summary>
    public string Code { get; private set; } = "";

    public Task DoAsync(string line) => line.Split(' ', 4) switch
    {
        ["new-phone", var cooperative, var number, var phone] => GiveCodeAsync(cooperative, number, phone),
        ["approves"] => ApproveAsync(),
        ["pays", var cooperative] => PayAsync(cooperative),
        ["prints", var cooperative, var number, var season] => PrintAsync(cooperative, number, season[0]),
        ["refuses", var cooperative, var complaint, var answer] => new OfficeAnswer(service, cooperative, complaint).RefuseAsync(answer),
        ["settles", var cooperative, var complaint, var weightAndAnswer] => new OfficeAnswer(service, cooperative, complaint).SettleAsync(weightAndAnswer),
        ["relates", var cooperative, var number, var relative] => _registry.RelateAsync(cooperative, number, relative),
        ["assigns", var cooperative, var number, var roleAndDay] => _registry.AssignAsync(cooperative, number, roleAndDay),
        ["registers", var cooperative, var number, var phone] => _registry.RegisterAsync(cooperative, number, phone),
        ["gives", var cooperative, var number, var phone] => _registry.GiveAsync(cooperative, number, phone),
        ["agrees", var cooperative, var number, var purpose] => _registry.AgreeAsync(cooperative, number, purpose),
        ["withdraws", var cooperative, var number, var purpose] => _registry.WithdrawAsync(cooperative, number, purpose),
        ["buys", var cooperative, var product] => _registry.BuyAsync(cooperative, product),
        _ => throw new FormatException($"The office does not know how to do: {line}"),
    };

    private async Task GiveCodeAsync(string cooperative, string number, string phone)
    {
        _changeOf = await CooperativeAsync(cooperative);
        (_change, var issued) = await Get<ChangePhone>().AskAsync(new Staff(_changeOf, Clerk), await MemberAsync(_changeOf, number), phone, null, CancellationToken.None);
        Code = issued.Code;
    }

    private async Task ApproveAsync() => Assert.True(await Get<ChangePhone>().ApproveAsync(new Staff(_changeOf, Manager), _change, CancellationToken.None));

    private async Task PayAsync(string cooperative)
    {
        var (id, today) = (await CooperativeAsync(cooperative), Kigali.Date(service.Clock.GetUtcNow()));
        var prepared = await Get<PrepareBatch>().RunAsync(new Staff(id, Clerk), new BatchWish("momo", today, $"transcript:{++_batches}"), CancellationToken.None);
        if (prepared.BatchId is { } batch)
        {
            await Get<ApproveBatch>().RunAsync(new Staff(id, Manager), batch, CancellationToken.None);
        }
    }

    private async Task PrintAsync(string cooperative, string number, char season)
    {
        var by = new Staff(await CooperativeAsync(cooperative), Clerk);
        var period = Period.Season(Kigali.Date(service.Clock.GetUtcNow()).Year, season);
        Code = (await Get<IssueStatement>().RunAsync(by, await MemberAsync(by.CooperativeId, number), period, null, CancellationToken.None)).Code;
    }

    private Task<long> CooperativeAsync(string code) => service.Database.NumberAsync("select id from cooperatives where code = $1", code);

    private Task<long> MemberAsync(long cooperative, string number) =>
        service.Database.NumberAsync("select id from memberships where cooperative_id = $1 and number = $2", cooperative, number);

    private T Get<T>()
        where T : notnull => service.Services.GetRequiredService<T>();
}
