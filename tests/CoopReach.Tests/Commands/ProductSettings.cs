using CoopReach.Tests.Data;

namespace CoopReach.Tests.Commands;

internal sealed partial class Product
{
    /// <summary>Everything a start in Production needs, on a database of a test.</summary>
    public static Dictionary<string, string> Settings(TestDatabase database) => new()
    {
        ["Database__Provider"] = database.Provider.ToString(),
        ["ConnectionStrings__CoopReach"] = database.ConnectionString,
        ["Secrets__Pepper"] = TestDatabase.Pepper,
        ["Channels__AfricasTalking__HookKey"] = "a-key-that-must-not-be-logged",
    };
}
