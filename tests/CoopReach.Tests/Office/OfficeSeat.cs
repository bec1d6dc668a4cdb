using CoopReach.Access;
using CoopReach.Tests.Office;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests;

internal static class OfficeSeat
{
    /// <summary>Somebody of the demo who signed in a moment ago, as pages know them.</summary>
    public static async Task<Seat> SeatAsync(this Service service, string login) =>
        (await service.Services.GetRequiredService<Sessions>().CheckAsync(await OfficeCookie.SessionAsync(service.Services, login), CancellationToken.None))!;
}
