namespace CoopReach.Browser.Site;

/// <summary>The short conversation the stand-in product knows: pure, told from the whole text as a network sends it.</summary>
internal static class ScriptedMenu
{
    public const string Pin = "60214";

    private const string Home =
        "CON TWZ. Murakaza neza, Jeanne\n1 Amafaranga\n2 Ibyo wagemuye\n3 Igiciro\n4 Ibikorwa\n5 Inyandiko\n6 Ikirego\n7 Igenamiterere";

    private const string AskPin = "CON Shyiramo umubare w'ibanga (PIN):\n\n0 Inyuma 00 Ahabanza";

    private const string Balance =
        "CON Mukamana Jeanne 0103\nAsigaye: 40,120 Frw\nImigabane: 6, 30,000 Frw\nUbwizigame: 18,500 Frw\n0 Inyuma 00 Ahabanza";

    private const string Orders =
        "CON Ibyo wagemuye:\n1 12/05 38.0kg 19,520 Ntibirishyurwa\n2 09/05 51.5kg 27,400 Byishyuwe igice\n3 05/05 42.0kg 21,700 Byishyuwe\n0 Inyuma 99 Komeza";

    private const string MoreOrders = "CON Ibyo wagemuye:\n4 28/04 40.5kg 20,900 Byishyuwe\n0 Inyuma 00 Ahabanza";

    private const string Price = "END Igiciro cy'uyu munsi:\nIkawa A 600 Frw ku kilo\nYarerembye 150 Frw ku kilo\nTWZ irakoherereza ubutumwa.";

    /// <summary>160 septets on nine lines of which four are just wider than the glass: no legal screen is taller.</summary>
    public const string FullScreen =
        "CON Ibikorwa bya TWZ uku kwezi kwa 11:\n1 Inama rusange ya koperative 2026\n2 Amahugurwa y'abahinzi ba kawa 11\n3 Itora rya komite nyobozi 20/11 A\n4 Sa\n5 B\n6 K\n7 I\n0 S";

    /// <summary>Longer than any network would carry, so that the screen has to scroll.</summary>
    public const string TooLong =
        "CON 1 Ikirego cya mbere\n2 Ikirego cya kabiri\n3 Ikirego cya gatatu\n4 Ikirego cya kane\n5 Ikirego cya gatanu\n6 Ikirego cya gatandatu\n7 Ikirego cya karindwi\n8 Ikirego cya munani\n9 Ikirego cya cyenda\n10 Ikirego cya cumi\n11 Ikirego\n12 Ikirego\n13 Ikirego\n14 Ikirego\n0 Inyuma";

    private const string Unknown = "CON Hitamo umubare uri ku rutonde.\n0 Inyuma 00 Ahabanza";

    public static string Answer(string text)
    {
        var screen = Home;
        foreach (var input in text.Split('*', StringSplitOptions.RemoveEmptyEntries))
        {
            screen = Next(screen, input);
        }

        return screen;
    }

    private static string Next(string screen, string input) => (screen, input) switch
    {
        (_, "0" or "00") => Home,
        (Home, "1") => AskPin,
        (AskPin, Pin) => Balance,
        (Home, "2") => Orders,
        (Orders, "99") => MoreOrders,
        (Home, "3") => Price,
        (Home, "4") => FullScreen,
        (Home, "6") => TooLong,
        _ => Unknown,
    };
}
