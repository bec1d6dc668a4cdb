using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Produce;
using CoopReach.Tests.Data;
using CoopReach.Tests.Money;
using Microsoft.Extensions.Options;

namespace CoopReach.Tests.Produce;

/// <summary>Where the orders of the demo's coffee cooperative are put right, beside the counter that pays them.</summary>
internal sealed class CorrectionDesk(Counter counter) : IAsyncDisposable
{
    public const string Secretary = "staff:secretary@twz.demo";
    public const string Manager = "staff:manager@twz.demo";

    public static readonly OrderCodes Codes = new(TestDatabase.Pepper);

    public Counter Counter => counter;

    public ReverseOrder Reverse { get; } = new(
        counter.Database.Store, Codes, new CorrectionSms(() => Counter.Phrases, Options.Create(new ConversationSettings())), counter.Clock);

    public static async Task<CorrectionDesk> OpenAsync(Provider provider) => new(await Counter.OpenAsync(provider));

    public Correction Of(long order, string reason = CorrectionReason.Weight) =>
        new(counter.Accountant.CooperativeId, order, reason, Secretary, Manager);

    public Task<Corrected> ReverseAsync(Correction correction) => Reverse.RunAsync(correction, CancellationToken.None);

    public Task<Corrected> ReplaceAsync(long order, long grossGrams, string product = "product.cherry-a") =>
        ReverseAsync(Of(order) with { Instead = new(product, new Weight(grossGrams), new Weight(500)) });

    public async Task<string> RefusedAsync(Correction correction)
    {
        var before = await counter.Database.NumberAsync("select sum(length) from chain_heads");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => ReverseAsync(correction));
        Assert.Equal(before, await counter.Database.NumberAsync("select sum(length) from chain_heads"));

        return refused.Why.Text;
    }

    public Task<long> NumberAsync(string sql, params object?[] values) => counter.Database.NumberAsync(sql, values);

    public ValueTask DisposeAsync() => counter.DisposeAsync();
}
