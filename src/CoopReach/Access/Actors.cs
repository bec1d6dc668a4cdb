using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>Who the actors of rows are: staff:accountant@twz.demo is Bizimana Olivier.</summary>
internal static class Actors
{
    private const string Sql = "select name from users where login = $1";

    /// <summary>The name of each; who is no user of the office is said as the row says it.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, string>> NamesAsync(Statements db, IEnumerable<string> actors)
    {
        var names = new Dictionary<string, string>();
        foreach (var actor in actors.Distinct())
        {
            names[actor] = await db.FirstAsync(Sql, row => row.Text(0), Login(actor)) ?? Login(actor);
        }

        return names;
    }

    /// <summary>Without what they acted as.</summary>
    public static string Login(string actor) => actor[(actor.IndexOf(':') + 1)..];
}
