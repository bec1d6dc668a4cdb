using CoopReach.Conversations;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Collecting;

/// <summary>The weight with bags: refused at once when it is none.</summary>
public sealed class GrossAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.gross", ["ok", "again"]);

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) => new(
        Scale.ReadGross(step.Answer("gross")!, out _) is { } problem ? new Outcome("again") { Because = problem } : new Outcome("ok"));
}

/// <summary>The weight of the bags; with it the delivery is known, and is looked at before it is offered for saving.</summary>
public sealed class TareAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.tare", ["wet", "again", .. Checks.Outcomes], ["moisture", .. Checks.Gives]);

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        _ = Scale.ReadGross(step.Answer("gross")!, out var gross);
        if (Scale.ReadTare(step.Answer("tare")!, gross, out _) is { } problem)
        {
            return new Outcome("again") { Because = problem };
        }

        var most = await Scale.MostMoistureAsync(step);
        var outcome = most is null ? await Checks.RunAsync(step, Scale.Delivery(step) with { MoistureTenths = null }, Checks.None) : new Outcome("wet");

        return outcome.With("moisture", Value.Number(0));
    }
}

/// <summary>How wet it is, for crops that are bought by it.</summary>
public sealed class MoistureAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.moisture", ["again", .. Checks.Outcomes], ["moisture", .. Checks.Gives]);

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var most = await Scale.MostMoistureAsync(step);
        if (Scale.ReadMoisture(step.Answer("moisture")!, most ?? 999, out var tenths) is { } problem)
        {
            return new Outcome("again") { Because = problem };
        }

        return (await Checks.RunAsync(step, Scale.Delivery(step) with { MoistureTenths = tenths }, Checks.None)).With("moisture", Value.Number(tenths));
    }
}

/// <summary>Much more than this member ever brought, and the collector is sure.</summary>
public sealed class SureAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.sure", Checks.Outcomes, Checks.Gives);

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) => Checks.RunAsync(step, Scale.Delivery(step), Checks.Sure);
}

/// <summary>As much as the same member brought a moment ago, and it is another delivery.</summary>
public sealed class AnotherAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.another", Checks.Outcomes, Checks.Gives);

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) => Checks.RunAsync(step, Scale.Delivery(step), Checks.Another);
}
