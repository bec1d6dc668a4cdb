using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Engine.Text;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Conversations;

/// <summary>A second segment is a second price. What is sent by SMS fits one, with the longest plausible data.</summary>
public sealed class SmsLengthTests
{
    /// <summary>As long as menus/longest.yaml says they can get.</summary>
    private static readonly Dictionary<string, Value> Longest = new()
    {
        ["coop"] = "TWZMAC",
        ["number"] = "99999",
        ["when"] = Value.Date(new DateOnly(2026, 12, 31)),
        ["time"] = Value.Time(new TimeOnly(23, 59)),
        ["due"] = new Francs(99_999_999),
        ["loan"] = new Francs(9_999_999),
        ["shares"] = Value.Number(999),
        ["shares-amount"] = new Francs(9_999_999),
        ["savings"] = new Francs(9_999_999),
        ["order"] = "999999",
        ["product"] = Value.Phrase("product.floaters"),
        ["weight"] = new Weight(999_900),
        ["price"] = Value.Number(9_999),
        ["gross"] = Value.Number(9_999_999),
        ["deducted"] = Value.Number(999_999),
        ["net"] = Value.Number(9_999_999),
        ["day"] = Value.Day(new DateOnly(2026, 12, 31)),
        ["ref"] = "B7K2",
        ["ussd"] = "*384*26671#",
    };

    [Theory]
    [InlineData("money.balance.sms")]
    [InlineData("settings.pin-sms")]
    [InlineData("system.later")]
    [InlineData("collector.receipt")]
    [InlineData("sms.how-to-reach")]
    public async Task A_message_fits_one_segment_in_every_language(string phrase)
    {
        await using var service = await Service.StartAsync();
        var phrases = service.Services.GetRequiredService<Books>().Today.Book.Phrases;
        foreach (var language in Languages.All)
        {
            var text = phrases.Say(language, phrase, Longest);
            var size = SmsSize.Of(text);

            Assert.True(size is { Alphabet: SmsAlphabet.Gsm7, Segments: 1 }, $"{language}: {size.Units} in {size.Alphabet}: {text}");
        }
    }
}
