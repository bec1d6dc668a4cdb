using CoopReach.Tests.Conversations;

namespace CoopReach.Tests.People;

/// <summary>What somebody with a shared phone in the hand types: mostly what is right for them, often what is right for somebody else.</summary>
internal sealed class HomeAnswers(SharedHome home, Housemate holder, Housemate? codeOf, string proposed)
{
    private const string Nobodys = "97531";

    private Dice Dice => home.Dice;

    public string To(string screen, string text) => Dice.Percent(4) ? Dice.Of(["0", "00", "99", "7"]) : screen switch
    {
        "gate.pin" or "loans.sign" => Dice.Below(10) switch
        {
            0 => Nobodys,
            1 => "4071",
            2 or 3 => Dice.Of(home.All).Pin,
            _ => holder.Pin,
        },
        "gate.whose" or "safety.block.whose" or "safety.forgot.whose" when Dice.Percent(60) => RowOf(text),
        "settings.pin" or "safety.pin" => home.NewPin(),
        "settings.pin.again" or "safety.pin.again" => Dice.Percent(85) ? proposed : home.NewPin(),
        "safety.code" => Dice.Of((Dice.Percent(60) ? holder : Dice.Of(home.All)).Accounts),
        "safety.code.enter" => codeOf?.Code is { } code && Dice.Percent(85) ? code : Dice.Percent(10) ? "123456" : "0",
        "safety.help" => Dice.Of(["1", "3", "4", "4"]), // 2 is the way of whoever holds another phone
        "complaints.day" => "12/05",
        "loans.ask" => Dice.Of(["5300", "20700"]),
        "privacy.correct" => "Izina si ryo",
        "home" => Dice.Of(["1", "2", "3", "6", "7", "9", "13", "99"]),
        _ => Offered(text),
    };

    private string RowOf(string text) =>
        text.Split('\n').FirstOrDefault(line => holder.Accounts.Any(account => line.Contains(account, StringComparison.Ordinal)))?.Split(' ')[0] ?? "99";

    private string Offered(string text)
    {
        var offered = text.Split('\n').Select(line => line.Split(' ')[0]).Where(word => word.Length > 0 && word.All(char.IsAsciiDigit)).ToList();
        return offered.Count == 0 || Dice.Percent(10) ? Dice.Of(["1", "20", "00"]) : Dice.Of(offered);
    }
}
