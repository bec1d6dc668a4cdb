using CoopReach.Engine.Menus;
using CoopReach.Engine.Text;

namespace CoopReach.Engine.Tests.Menus;

/// <summary>Somebody who types anything at any screen, and looks at each page: is it there, does it fit, can it be answered.</summary>
internal sealed class Wanderer(Random random, Phone phone, int limit)
{
    private static readonly string[] Anything = ["0", "00", "99", "1", "2", "3", "12", " 1. ", "２", "", "word", "40718", "-1", new string('9', 41)];

    public void Steps(int count, Action<Turn> look)
    {
        phone.Dials(limit);
        GoOn(count, look);
    }

    /// <summary>From a place deep inside, which is not looked at: only what it leads to is.</summary>
    public void StepsFrom(Place place, int count, Action<Turn> look)
    {
        phone.Stands(place);
        Step();
        GoOn(count, look);
    }

    private void GoOn(int count, Action<Turn> look)
    {
        for (var step = 0; step < count; step++)
        {
            Look();
            look(phone.Turn);
            Step();
        }
    }

    private void Step()
    {
        if (phone.Turn.Ends)
        {
            phone.Dials(limit);
        }
        else if (random.Next(40) == 0)
        {
            phone.Drops();
        }
        else
        {
            phone.Types(random.Next(6) == 0 ? Anything[random.Next(Anything.Length)] : Sensible());
        }
    }

    private string Sensible()
    {
        var screen = phone.Engine.Book[phone.Screen!];
        var rows = screen.List is null ? 0 : phone.Place.Lists.GetValueOrDefault(screen.List, []).Length;

        return random.Next(20) switch
        {
            0 => "0",
            1 => "99",
            _ when screen.Choices.Length > 0 => screen.Choices[random.Next(screen.Choices.Length)].Digits,
            _ when rows > 0 => $"{random.Next(1, rows + 1)}",
            _ => "40718",
        };
    }

    private void Look()
    {
        var (text, place, screen) = (phone.Text, phone.Place, phone.Engine.Book[phone.Screen!]);
        Assert.False(string.IsNullOrWhiteSpace(text), $"{phone.Way} is empty");
        Assert.True(Gsm7.Septets(text) <= limit, $"{phone.Way} is {Gsm7.Septets(text)} septets of {limit}: {text}");
        Assert.DoesNotMatch(@"\[[a-z.-]+\]", text);
        Assert.Equal(place.Pending is not null, place.Pending is not null && place.PendingDepth < place.Path.Length);
        Assert.True(
            screen.Ends || screen.LeadsOn || place.Behind > 0,
            $"{phone.Way} cannot be answered: {text}");
    }
}
