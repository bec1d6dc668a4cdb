using System.Text;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Demo;
using CoopReach.Engine;

namespace CoopReach.Commands;

/// <summary>
/// <c>menus play [--phone +250788000101] [--save FILE]</c>: dial from the terminal, on the database of the settings. What was
/// played is written to the file as a transcript, ready to be a test.
/// </summary>
public sealed class PlayCommand(Desk desk, Store store, TextReader input, TextWriter output)
{
    private const string Channel = "ussd";

    private readonly StringBuilder _transcript = new();
    private int _smsRead;

    /// <summary>What was played so far, as a transcript.</summary>
    public string Transcript => _transcript.ToString();

    public static async Task<int> RunAsync(IServiceProvider services, string[] options)
    {
        if (!PhoneNumber.TryParse(Option(options, "--phone") ?? DemoPeople.Alice.Phone, out var phone))
        {
            await Console.Error.WriteLineAsync("--phone needs a phone number, for example --phone +250788000101");
            return 2;
        }

        await Database.MigrateAsync(services, CancellationToken.None);
        await services.SeedDemoAsync(CancellationToken.None);
        await services.PublishMenusAsync(CancellationToken.None);

        var play = new PlayCommand(services.GetRequiredService<Desk>(), services.GetRequiredService<Store>(), Console.In, Console.Out);
        await play.PlayAsync(phone, CancellationToken.None);
        if (Option(options, "--save") is { } file)
        {
            await File.WriteAllTextAsync(file, play.Transcript);
            Console.WriteLine($"Saved to {file}");
        }

        return 0;
    }

    /// <summary>Sessions until the input ends: an empty line hangs up and dials again, <c>q</c> leaves.</summary>
    public async Task PlayAsync(string phone, CancellationToken cancel)
    {
        _transcript.Append("given ").Append(phone).Append('\n');
        _smsRead = (await SmsAsync(phone, cancel)).Count;
        while (await DialAsync(phone, cancel))
        {
            // The next session.
        }
    }

    /// <summary>One session; false when the input is over.</summary>
    private async Task<bool> DialAsync(string phone, CancellationToken cancel)
    {
        var session = $"play-{Guid.NewGuid():N}";
        var inputs = new List<string>();
        _transcript.Append("  dial\n");
        while (true)
        {
            var reply = await desk.AnswerAsync(new Inbound(Channel, session, phone, null, [.. inputs]), cancel);
            await ShowAsync(reply, phone, cancel);
            await output.WriteAsync(reply.Ends ? "(Enter dials again, q leaves) " : "> ");
            if (await input.ReadLineAsync(cancel) is not { } typed || typed.Trim() == "q")
            {
                return false;
            }

            if (reply.Ends || string.IsNullOrWhiteSpace(typed))
            {
                return true;
            }

            inputs.AddRange(typed.Trim().Split('*'));
            _transcript.Append("  ").Append(typed.Trim()).Append('\n');
        }
    }

    private async Task ShowAsync(Reply reply, string phone, CancellationToken cancel)
    {
        Conversations.Transcript.Append(_transcript, (reply.Ends ? "END " : "CON ") + reply.Text);
        await output.WriteLineAsync($"\n{reply.Text}\n{new string('-', 30)}");
        var sms = await SmsAsync(phone, cancel);
        foreach (var body in sms.Skip(_smsRead))
        {
            Conversations.Transcript.Append(_transcript, $"SMS {body}");
            await output.WriteLineAsync($"SMS: {body}\n{new string('-', 30)}");
        }

        _smsRead = sms.Count;
    }

    private async Task<List<string>> SmsAsync(string phone, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.AllAsync("select body from outbox_messages where phone = $1 order by id", row => row.Text(0), phone);
    }

    private static string? Option(string[] options, string name)
    {
        var at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? options[at + 1] : null;
    }
}
