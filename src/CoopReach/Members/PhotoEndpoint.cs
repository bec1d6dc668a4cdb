using CoopReach.Access;
using CoopReach.Data;

namespace CoopReach.Members;

/// <summary>
/// <c>GET /members/{number}/photo</c>: the portrait on the cover of a booklet. Whoever fetches it looked at the member, which
/// beside the booklet itself is one look.
/// </summary>
internal static class PhotoEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var path in (string[])["/members/{number}/photo", "/members/{cooperative}/{number}/photo"])
        {
            routes.MapGet(path, AnswerAsync).WithMetadata(new NeedsAttribute(Permission.SeeRegistry));
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, FindMember members, Store store, Looks looks, CancellationToken cancel)
    {
        var (seat, route) = (SessionCookie.SeatOf(http)!, http.Request.RouteValues);
        if (await members.RunAsync(seat, (string?)route["cooperative"], (string)route["number"]!, cancel) is not { } card)
        {
            return Results.NotFound();
        }

        await using var reading = await store.ReadAsync(cancel);
        if (await MemberPhoto.OfAsync(reading.Db, card) is not { } photo)
        {
            return Results.NotFound();
        }

        await looks.NoteAsync(seat, card.CooperativeId, card.Number, "member.view", "", cancel);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(photo.Picture, photo.MediaType);
    }
}
