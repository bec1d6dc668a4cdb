using System.Globalization;
using System.Text;
using static CoopReach.Conversations.Transcript;

namespace CoopReach.Tests.Transcripts;

/// <summary>
/// Plays what a transcript does and writes it down again, with the screens and messages that really came. A phone that is
/// given again is still in its session. <c>slow 40718</c> and <c>fails 40718</c>: what is typed while the service is in
/// trouble; <c>again 240</c>: the same callback so many times more, unseen.
/// </summary>
internal sealed class TranscriptPlayer(Service service, Trouble? trouble = null)
{
    private readonly Dictionary<string, TestPhone> _phones = [];
    private readonly StringBuilder _played = new();
    private readonly Dictionary<string, int> _smsRead = [];
    private readonly OfficeDesk _office = new(service);
    private TestPhone? _phone;
    private string _number = "";

    public async Task<string> PlayAsync(string written)
    {
        var lines = Read(written).ToDictionary(line => line.Number);
        var number = 0;
        foreach (var raw in written.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            number++;
            if (lines.TryGetValue(number, out var line))
            {
                await PlayAsync(line, raw);
            }
            else if (!raw.StartsWith("    ", StringComparison.Ordinal))
            {
                _played.Append(raw).Append('\n');
            }
        }

        return _played.ToString();
    }

    private async Task PlayAsync(Line line, string raw)
    {
        switch (line.Kind)
        {
            case LineKind.Given:
                _number = line.Text;
                _phone = _phones.TryGetValue(line.Text, out var known) ? known : _phones[line.Text] = service.Phone(line.Text);
                _played.Append(raw).Append('\n');
                break;
            case LineKind.Wait:
                service.Clock.Advance(TimeSpan.FromMinutes(int.Parse(line.Text, CultureInfo.InvariantCulture)));
                _played.Append(raw).Append('\n');
                break;
            case LineKind.Dial:
                await AnswerAsync(raw, _phone!.DialAsync(line.Text));
                break;
            case LineKind.Type when line.Text.StartsWith("office ", StringComparison.Ordinal):
                await _office.DoAsync(line.Text[7..]);
                _played.Append(raw).Append('\n');
                await HearAsync();
                break;
            case LineKind.Type when line.Text.Split(' ') is [("slow" or "fails" or "again") and var what, var input]:
                await SufferAsync(raw, what, input);
                break;
            case LineKind.Type:
                await AnswerAsync(raw, _phone!.TypeAsync(line.Text == "{code}" ? _office.Code : line.Text));
                break;
        }
    }

    private async Task SufferAsync(string raw, string what, string input)
    {
        if (what != "again")
        {
            await AnswerAsync(raw, what == "slow" ? trouble!.BeSlowAsync(service.Clock, _phone!, input) : trouble!.FailAsync(_phone!, input));
            return;
        }

        _played.Append(raw).Append('\n');
        for (var times = int.Parse(input, CultureInfo.InvariantCulture); times > 0; times--)
        {
            await _phone!.PostAsync();
        }
    }

    private async Task AnswerAsync(string raw, Task<string> answer)
    {
        _played.Append(raw).Append('\n');
        Append(_played, await answer);
        await HearAsync();
    }

    /// <summary>The messages this phone got since it was last looked at.</summary>
    private async Task HearAsync()
    {
        var bodies = await service.Database.ReadAsync(db => db.AllAsync(
            "select body from outbox_messages where phone = $1 order by id", row => row.Text(0), _number));
        foreach (var body in bodies.Skip(_smsRead.GetValueOrDefault(_number)))
        {
            Append(_played, $"SMS {body}");
        }

        _smsRead[_number] = bodies.Count;
    }
}
