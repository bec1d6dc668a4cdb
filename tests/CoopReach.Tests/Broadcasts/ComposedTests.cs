using CoopReach.Broadcasts;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;

namespace CoopReach.Tests.Broadcasts;

/// <summary>What is shown beside a text while somebody types it.</summary>
public sealed class ComposedTests
{
    private static readonly Dictionary<string, Value> Alice = new() { ["name"] = "Uwase Alice" };

    [Fact]
    public void The_last_line_and_the_values_of_the_member_are_counted()
    {
        var text = Of("{{name}}, muraho", "Stop: *1#");

        Assert.Equal("Uwase Alice, muraho\nStop: *1#", text.Sent);
        Assert.Equal((text.Sent.Length, 1, 160), (text.Size.Units, text.Size.Segments, text.Room));
    }

    [Fact]
    public void A_foreign_character_is_named_and_gives_way_everywhere()
    {
        var text = Of("reçu, reçu", "");

        Assert.Equal(("ç", 2), (text.Foreign!.Character, text.Foreign.At));
        Assert.Equal("recu, recu", text.Replaced());
        Assert.Equal("Muraho", Of("Muraho👍", "").Replaced());
        Assert.Equal([("re", false), ("ç", true), ("u, reçu", false)], text.Pieces().Select(piece => (piece.Text, piece.IsForeign)));
        Assert.Equal(3, Of(new string('a', 139) + "ç", "").SegmentsAsTyped);
    }

    [Fact]
    public void What_does_not_fit_the_first_SMS_is_marked_and_the_parts_are_what_phones_show()
    {
        var text = Of(new string('a', 170), new string('b', 10));

        Assert.Equal((149, 2), (text.Fits, text.Size.Segments));
        Assert.Equal([149, 21], text.Pieces().Select(piece => piece.Text.Length));
        Assert.Equal([153, 28], text.Parts().Select(part => part.Length));
        Assert.Equal((100, 18), (text.Filled(0), text.Filled(1)));
    }

    [Fact]
    public void A_placeholder_is_cut_from_the_count_as_a_whole_and_an_unknown_one_stays_as_it_is_typed()
    {
        Assert.Equal("{{umuntu}} {", Of("{{umuntu}} {", "").Sent);
        Assert.Equal(160 - 5, Of(new string('a', 155) + "{{name}}", "").Fits);
    }

    private static Composed Of(string typed, string end) => Composed.Of(typed, Language.Kinyarwanda, Alice, end);
}
