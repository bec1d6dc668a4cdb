namespace CoopReach.Channels.Handset;

/// <summary>Stands in for CoopReach.Engine.Text.Gsm7 until that class is in this branch, and goes then.</summary>
internal static class Septets
{
    public static int? Of(string text) => text.Sum(letter => "^{}\\[~]|€".Contains(letter) ? 2 : 1);
}
