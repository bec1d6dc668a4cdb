namespace CoopReach.Engine.Menus;

/// <summary>What follows an answer: a screen to show, or an action the host must run first.</summary>
public abstract record Move(Place Place);

/// <summary>A screen, ready to be sent: GSM-7 text within the limit of the place.</summary>
public sealed record Turn(Place Place, string Text, bool Ends) : Move(Place);

/// <summary>An action to run; its outcome goes to <see cref="MenuEngine.Resolve"/>.</summary>
/// <param name="Screen">The screen whose <c>then</c> says how to go on.</param>
/// <param name="Secret">The secret just typed, to be used and forgotten.</param>
public sealed record Call(Place Place, Screen Screen, string? Secret) : Move(Place)
{
    public string Action => Screen.Run!;
}
