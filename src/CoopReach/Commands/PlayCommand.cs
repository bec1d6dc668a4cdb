using System.Text;
using CoopReach.Channels;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Demo;

namespace CoopReach.Commands;

/// <summary>
/// <c>menus play [--phone +250788000101] [--save FILE]</c>: dial from the terminal, on the database of the settings. What was
/// played is written to the file as a transcript, ready to be a test.
/// </summary>
public sealed class PlayCommand(Desk desk, TextReader input, TextWriter output)
{
    private const string Channel = "ussd";

    private readonly StringBuilder _transcript = new();

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

        var play = new PlayCommand(services.GetRequiredService<Desk>(), Console.In, Console.Out);
        await play.PlayAsync(phone, CancellationToken.None);
        if (Option(options, "--save") is { } file)
        {
            await File.WriteAllTextAsync(file, play._transcript.ToString());
            Console.WriteLine($"Saved to {file}");
        }

        return 0;
    }

    /// <summary>Sessions until the input ends: an empty line at the prompt redials, <c>q</c> leaves.</summary>
    public async Task PlayAsync(string phone, CancellationToken cancel)
    {
        _transcript.Append("given ").Append(phone).Append('\n');
        while (await DialAsync(phone, cancel))
        {
            await output.WriteLineAsync("(Enter dials again, q leaves)");
            if (await input.ReadLineAsync(cancel) is null or "q")
            {
                return;
            }
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
            Transcript.Append(_transcript, (reply.Ends ? "END " : "CON ") + reply.Text);
            await output.WriteLineAsync($"\n{reply.Text}\n{new string('-', 30)}");
            if (reply.Ends)
            {
                return true;
            }

            await output.WriteAsync("> ");
            if (await input.ReadLineAsync(cancel) is not { } typed || typed == "q")
            {
                return false;
            }

            inputs.AddRange(typed.Split('*'));
            _transcript.Append("  ").Append(typed).Append('\n');
        }
    }

    private static string? Option(string[] options, string name)
    {
        var at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? options[at + 1] : null;
    }
}
