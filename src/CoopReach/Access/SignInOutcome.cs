namespace CoopReach.Access;

/// <summary>What knocking came to.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>No such login, a wrong password or code, no post, disabled: all the same to whoever asks.</summary>
    public sealed record Wrong : SignInOutcome;

    /// <summary>Too many tries for this login or from this address. Said of logins nobody has too.</summary>
    public sealed record Locked(DateTimeOffset Until) : SignInOutcome;

    /// <summary>The ticket is over: begin with the password.</summary>
    public sealed record Expired : SignInOutcome;

    /// <summary>The password was right; the code of the app comes next.</summary>
    public sealed record NeedsCode(string Ticket) : SignInOutcome;

    /// <summary>The password was right, and the post needs a second factor that is not set up yet.</summary>
    public sealed record NeedsEnrolment(string Ticket) : SignInOutcome;

    /// <summary>Signed in: the cookie is given for this session.</summary>
    public sealed record In(string SessionId) : SignInOutcome;
}
