using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Tests.Money;

namespace CoopReach.Tests;

/// <summary>What staff would read, in the words of today.</summary>
internal static class Said
{
    public static string InEnglish(Value phrase) => Counter.Phrases.Say(Language.English, phrase);
}
