using System.Text;

namespace CoopReach.Conversations;

/// <summary>
/// A conversation as people write it down. Lines: <c>given PHONE</c>, what is done two spaces in (<c>dial</c>,
/// <c>dial 2*1</c>, <c>wait 6</c> minutes, or what is typed), the screen starting with CON or END and going on four spaces
/// in, and <c>SMS text</c> for what the phone got. Lines starting with # explain.
/// </summary>
public static class Transcript
{
    public enum LineKind
    {
        Given,
        Dial,
        Wait,
        Type,
        Screen,
        Sms,
    }

    public sealed record Line(int Number, LineKind Kind, string Text);

    public static IReadOnlyList<Line> Read(string text)
    {
        var lines = new List<Line>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            if (raw.StartsWith("    ", StringComparison.Ordinal))
            {
                lines[^1] = lines[^1] with { Text = $"{lines[^1].Text}\n{raw[4..]}" };
            }
            else if (raw.Trim().Length > 0 && raw[0] != '#')
            {
                lines.Add(ReadOne(number, raw));
            }
        }

        return lines;
    }

    public static void Append(StringBuilder text, string screen) =>
        text.Append(screen.Replace("\n", "\n    ", StringComparison.Ordinal)).Append('\n');

    private static Line ReadOne(int number, string raw) => raw switch
    {
        _ when raw.StartsWith("given ", StringComparison.Ordinal) => new(number, LineKind.Given, raw[6..].Trim()),
        _ when raw.StartsWith("SMS ", StringComparison.Ordinal) => new(number, LineKind.Sms, raw[4..]),
        _ when raw.StartsWith("CON ", StringComparison.Ordinal) || raw.StartsWith("END ", StringComparison.Ordinal) => new(number, LineKind.Screen, raw),
        "  dial" => new(number, LineKind.Dial, ""),
        _ when raw.StartsWith("  dial ", StringComparison.Ordinal) => new(number, LineKind.Dial, raw[7..].Trim()),
        _ when raw.StartsWith("  wait ", StringComparison.Ordinal) => new(number, LineKind.Wait, raw[7..].Trim()),
        _ when raw.StartsWith("  ", StringComparison.Ordinal) => new(number, LineKind.Type, raw[2..]),
        _ => throw new FormatException($"Line {number} of the transcript is neither given, an input, a screen nor an SMS: {raw}"),
    };
}
