using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoopReach.Data;

/// <summary>Ready means: the database answers.</summary>
public sealed class DatabaseCheck(Store store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var reading = await store.ReadAsync(cancellationToken);
        await reading.Db.FirstAsync("select count(*) from menu_books", row => row.Number(0));

        return HealthCheckResult.Healthy();
    }
}
