using System.Diagnostics.CodeAnalysis;
using CoopReach.Engine;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoopReach.Office;

/// <summary>The language of the office in this browser: chosen once and remembered, else what the browser asks for, else Kinyarwanda.</summary>
internal static class ChosenLanguage
{
    private const string Cookie = "language";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public static Language Of(HttpContext http) =>
        Languages.Find(http.Request.Cookies[Cookie]) ?? Asked(http) ?? Language.Kinyarwanda;

    /// <summary>/language/fr?back=/members: a plain link, so that it works before any script has loaded.</summary>
    public static RedirectHttpResult Choose(HttpContext http, string code, string? back)
    {
        if (Languages.Find(code) is { } language)
        {
            Remember(http, language);
        }

        return TypedResults.LocalRedirect(IsOurs(back) ? back : "/");
    }

    /// <summary>Of whoever signs in, in a browser where nobody chose one.</summary>
    public static void RememberWhereNone(HttpContext http, Language language)
    {
        if (Languages.Find(http.Request.Cookies[Cookie]) is null)
        {
            Remember(http, language);
        }
    }

    /// <summary>A path of this host, and no way to say another one: browsers leave out a tab or a line's end, and read the rest.</summary>
    public static bool IsOurs([NotNullWhen(true)] string? path) =>
        path is ['/'] or ['/', not ('/' or '\\'), ..] && path.All(letter => letter is > ' ' and < '\x7f');

    private static void Remember(HttpContext http, Language language) => http.Response.Cookies.Append(Cookie, language.Code(), new CookieOptions
    {
        MaxAge = Remembered, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true,
    });

    private static Language? Asked(HttpContext http) => http.Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(one => one.Quality ?? 1)
        .Select(one => Languages.Find(one.Value.ToString().Split('-')[0].ToLowerInvariant()))
        .FirstOrDefault(found => found is not null);
}
