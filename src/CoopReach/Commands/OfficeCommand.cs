using System.Globalization;
using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Engine;

namespace CoopReach.Commands;

/// <summary><c>office invite-administrator LOGIN NAME</c>: lets the first administrator in, who lets in everybody else.</summary>
public static class OfficeCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] what)
    {
        if (what is not ["invite-administrator", var login, .. { Length: > 0 } names])
        {
            await Console.Error.WriteLineAsync("usage: office invite-administrator LOGIN NAME");
            return 2;
        }

        try
        {
            var invited = await services.GetRequiredService<Invite>().FirstAsync(login, string.Join(' ', names), CancellationToken.None);
            Console.WriteLine($"The code for {login}, said this once: {invited.Secret}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"It is good until {Kigali.Date(invited.ExpiresAt):yyyy-MM-dd} {Kigali.Time(invited.ExpiresAt):HH\\:mm}, Kigali time."));
            return 0;
        }
        catch (RefusedException refused)
        {
            await Console.Error.WriteLineAsync(services.GetRequiredService<Books>().Today.Book.Phrases.Say(Language.English, refused.Why));
            return 1;
        }
    }
}
