using CoopReach.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace CoopReach.Office.Door;

/// <summary><c>POST /sign-out</c>, from any page.</summary>
internal static class SignOutEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/sign-out", LeaveAsync).AllowAnonymous();

    private static async Task<Results<BadRequest, EmptyHttpResult>> LeaveAsync(HttpContext http, IAntiforgery antiforgery, Sessions sessions)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return TypedResults.BadRequest();
        }

        if (SessionCookie.SeatOf(http) is { } seat)
        {
            await sessions.SignOutAsync(seat, http.RequestAborted);
        }

        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        TicketCookie.Drop(http);
        (http.Response.StatusCode, http.Response.Headers.Location) = (StatusCodes.Status303SeeOther, "/sign-in?why=out");
        return TypedResults.Empty;
    }
}
