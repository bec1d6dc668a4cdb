using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace CoopReach.Tests.Channels;

/// <summary>Forms made by chance: whatever comes, the answer is a screen or a refusal in one line.</summary>
public sealed class CallbackFuzzTests(RunningService running, ITestOutputHelper output) : IClassFixture<RunningService>
{
    private static readonly int Forms = Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 20_000 : 1_000;

    private static readonly string[] Names =
        ["sessionId", "serviceCode", "phoneNumber", "networkCode", "text", "status", "hopsCount", "date", "cost", "input", "key", "", "SESSIONID", "ö", "\0"];

    private static readonly string[] Values =
    [
        "", " ", "ATUid_1", "ATUid_2", "*384*2667#", "+250788000101", "+250788000102", "0788000104", "63510", "Incomplete", "Success", "1", "1*2", "2*40718*1",
        "10*a", "10*%", "7*1*2", "*", "**", "00", "0", "99", "-1", "99999999999999999999", "null", "\0", "\r\n", "😀", "\u202e", "é", "%00", "<b>", "' or 1=1",
    ];

    private static readonly string[] Types =
        [RawHook.FormType, RawHook.FormType, RawHook.FormType, RawHook.FormType + "; charset=utf-16", RawHook.FormType + "; charset=x", RawHook.FormType + ";", "text/xml", ""];

    [Fact]
    public async Task No_form_breaks_the_hooks()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var (screens, refusals) = (0, 0);
        for (var number = 0; number < Forms; number++)
        {
            var path = random.Next(4) == 0 ? RawHook.Ended : RawHook.Ussd;
            var body = Body(random, number);
            var type = random.Next(10) == 0 ? Types[random.Next(Types.Length)] : RawHook.FormType;
            var answer = await running.Hook.PostAsync(body, path, type);

            var isFine = answer.IsScreen || answer.IsRefusal || (path == RawHook.Ended && answer is { Status: 200, Body: "OK" });
            Assert.True(isFine, $"Seed {seed}, form {number}, {path}, {type}: {answer}\n{Encoding.UTF8.GetString(body)}");
            Assert.False(IsApology(answer), $"Seed {seed}, form {number}, {path}, {type}: {answer}\n{Encoding.UTF8.GetString(body)}");
            _ = answer.Status == 200 ? screens++ : refusals++;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Forms} forms: {screens} answered, {refusals} refused (seed {seed})"));
        Assert.InRange(screens, Forms / 20, Forms);
        Assert.InRange(refusals, Forms / 20, Forms);
    }

    /// <summary>What a failure inside is turned into. One session from two phones is told the same, so no form repeats a session.</summary>
    private static bool IsApology(HookAnswer answer) =>
        answer.Body.StartsWith("END Habaye ikibazo", StringComparison.Ordinal) || answer.Body.Contains("problem occurred", StringComparison.Ordinal)
        || answer.Body.StartsWith("END Un probl", StringComparison.Ordinal);

    private static byte[] Body(Random random, int number)
    {
        var fields = new List<string>
        {
            Field("sessionId", random.Next(10) == 0 ? Value(random) + number.ToString("x", CultureInfo.InvariantCulture) : $"ATUid_{number:x}"),
            Field("serviceCode", random.Next(20) == 0 ? Value(random) : "*384*2667#"),
            Field("phoneNumber", random.Next(10) == 0 ? Value(random) : $"+25078800010{random.Next(10)}"),
            Field("text", random.Next(3) == 0 ? string.Join('*', Enumerable.Range(0, random.Next(9)).Select(_ => Value(random))) : Value(random)),
            Field("status", random.Next(3) == 0 ? Value(random) : "Incomplete"),
        };
        fields.RemoveAll(_ => random.Next(20) == 0);
        for (var more = random.Next(3); more > 0; more--)
        {
            var name = Names[random.Next(Names.Length)];
            fields.Add(Field(name, name.Equals("sessionId", StringComparison.OrdinalIgnoreCase) ? $"{Value(random)}{number:x}" : Value(random)));
        }

        var body = Encoding.UTF8.GetBytes(string.Join('&', fields));
        if (random.Next(8) == 0 && body.Length > 0)
        {
            body[random.Next(body.Length)] = (byte)random.Next(256);
        }

        return random.Next(30) == 0 ? body[..random.Next(body.Length)] : body;
    }

    private static string Field(string name, string value) => $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}";

    private static string Value(Random random) => random.Next(4) switch
    {
        0 => new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(0x20, 0xD800))]),
        1 => new string((char)random.Next(1, 128), random.Next(1, 1200)),
        _ => Values[random.Next(Values.Length)],
    };
}
