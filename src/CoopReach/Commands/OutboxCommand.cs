using System.Globalization;
using CoopReach.Engine;
using CoopReach.Outbox;

namespace CoopReach.Commands;

/// <summary>
/// <c>outbox</c>: what needs a person. <c>outbox resume GATEWAY</c>: its account was seen to.
/// <c>outbox settle ID delivered|failed</c>: somebody found out whether an unknown message arrived.
/// </summary>
public static class OutboxCommand
{
    private const long Most = 100;

    public static Task<int> RunAsync(IServiceProvider services, string[] what)
    {
        var letters = services.GetRequiredService<DeadLetters>();
        return what switch
        {
            [] => ListAsync(letters),
            ["resume", var gateway] => SayAsync(letters.ResumeAsync(gateway, CancellationToken.None), $"{gateway} goes on.", $"{gateway} is not paused."),
            ["settle", var id, "delivered" or "failed"] when long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var message) =>
                SayAsync(letters.SettleAsync(message, what[2] == "delivered", CancellationToken.None), "Settled.", $"Message {id} is not unknown."),
            _ => WrongAsync(),
        };
    }

    private static async Task<int> ListAsync(DeadLetters letters)
    {
        foreach (var (name, because, until) in await letters.PausedAsync(CancellationToken.None))
        {
            Console.WriteLine($"PAUSED {name}: {because}{(until is { } time ? $", goes on at {Kigali.Time(time):HH\\:mm}" : $". When it is seen to: outbox resume {name}")}");
        }

        var waiting = await letters.ReadAsync(Most, CancellationToken.None);
        foreach (var letter in waiting)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{letter.Id,8}  {letter.Status,-8} {letter.Channel,-8} ...{letter.Phone[^3..]}  {letter.Purpose,-9} {Kigali.Date(letter.At):yyyy-MM-dd} {Kigali.Time(letter.At):HH\\:mm}  {letter.Reason}"));
        }

        Console.WriteLine(waiting.Count == 0 ? "No message failed or is unknown." : waiting.Count == Most ? $"The newest {Most} of them." : "");
        return 0;
    }

    private static async Task<int> SayAsync(Task<bool> done, string yes, string no)
    {
        var isDone = await done;
        await (isDone ? Console.Out : Console.Error).WriteLineAsync(isDone ? yes : no);
        return isDone ? 0 : 1;
    }

    private static async Task<int> WrongAsync()
    {
        await Console.Error.WriteLineAsync("usage: outbox | outbox resume GATEWAY | outbox settle ID delivered|failed");
        return 2;
    }
}
