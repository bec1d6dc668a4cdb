using CoopReach.Access;
using CoopReach.Demo;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace CoopReach.Office.Door;

/// <summary>A page that is sent as it is: it works without a script, and leaves by telling the browser where to go.</summary>
public abstract class DoorPage : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = default!;

    [Inject]
    protected Words Words { get; set; } = default!;

    [Inject]
    private IHostEnvironment Environment { get; set; } = default!;

    [Inject]
    private IConfiguration Configuration { get; set; } = default!;

    [Inject]
    private Sessions Sessions { get; set; } = default!;

    [SupplyParameterFromQuery]
    protected string? Back { get; set; }

    protected Seat? Seat => SessionCookie.SeatOf(Http);

    protected CancellationToken Cancel => Http.RequestAborted;

    protected string Device => Browser.NameOf(Http.Request.Headers.UserAgent.ToString());

    protected string Address => Http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>Passwords and codes of the demo are public, so a page may say them; nowhere else does one.</summary>
    protected bool IsDemo => Environment.IsDevelopment() || Configuration.GetValue("Demo:Enabled", false);

    protected bool HasLeft { get; private set; }

    /// <summary>Where to go at the end: a page of ours, and none of these.</summary>
    protected string Ahead => ChosenLanguage.IsOurs(Back) && !Back!.StartsWith("/sign-", StringComparison.OrdinalIgnoreCase) ? Back : "/";

    /// <summary>Another page of this road, which knows where it ends.</summary>
    protected string Onward(string path) => Ahead == "/" ? path : QueryHelpers.AddQueryString(path, "back", Ahead);

    /// <summary>A form that was sent is answered with another page, so that going back sends nothing twice.</summary>
    protected void Leave(string path)
    {
        (Http.Response.StatusCode, Http.Response.Headers.Location) = (StatusCodes.Status303SeeOther, path);
        HasLeft = true;
    }

    protected void BeginAnew() => Leave(Onward("/sign-in?why=late"));

    /// <summary>The next page after a knock that went well; what is wrong, when it did not.</summary>
    protected async Task<string?> FollowAsync(SignInOutcome outcome, string wrong)
    {
        switch (outcome)
        {
            case SignInOutcome.In into:
                await EnterAsync(into.SessionId);
                Leave(Ahead);
                return null;
            case SignInOutcome.NeedsCode code:
                TicketCookie.Give(Http, code.Ticket);
                Leave(Onward("/sign-in/code"));
                return null;
            case SignInOutcome.NeedsEnrolment enrolment:
                TicketCookie.Give(Http, enrolment.Ticket);
                Leave(Onward("/sign-in/enrol"));
                return null;
            case SignInOutcome.Locked locked:
                return Words["door.sign-in.locked", ("time", Value.Time(Kigali.Time(locked.Until))), ("day", Value.Day(Kigali.Date(locked.Until)))];
            case SignInOutcome.Expired:
                BeginAnew();
                return null;
            default:
                return wrong;
        }
    }

    /// <summary>The cookie of the session, and the language its user reads where this browser has none.</summary>
    protected async Task EnterAsync(string session)
    {
        await Http.SignInAsync(IdentityConstants.ApplicationScheme, SessionCookie.PrincipalOf(session));
        TicketCookie.Drop(Http);
        if (await Sessions.CheckAsync(session, Cancel) is { } seat)
        {
            ChosenLanguage.RememberWhereNone(Http, seat.Language);
        }
    }

    protected string RoleName(Role role) => Words[$"door.role.{role.Code()}"];

    protected static bool IsOfDemo(string? login) => DemoUsers.All.Any(user => user.Login == login);
}
