namespace CoopReach.Tests.Collecting;

/// <summary>What the people of Gasharu do with their phones, from the first key to the screen that tests look at.</summary>
internal static class CollectorPhone
{
    public const string Eric = "+250788000150";
    public const string Vestine = "+250788000151";
    private const string PinOfEric = "93527";
    private const string PinOfVestine = "30582";

    public static async Task<TestPhone> EricAsync(Service service)
    {
        var phone = service.Phone(Eric);
        await phone.DialAsync("5");
        await phone.TypeAsync(PinOfEric);

        return phone;
    }

    /// <summary>At the store's own menu.</summary>
    public static async Task<TestPhone> VestineAsync(Service service)
    {
        var phone = service.Phone(Vestine);
        await phone.DialAsync("5");
        await phone.TypeAsync(PinOfVestine);

        return phone;
    }

    public static async Task<string> TypeAsync(this TestPhone phone, params string[] inputs)
    {
        var screen = "";
        foreach (var input in inputs)
        {
            screen = await phone.TypeAsync(input);
        }

        return screen;
    }

    /// <summary>From the question for the member to the screen after saving; an odd weight is confirmed on the way.</summary>
    public static async Task<string> RecordAsync(this TestPhone phone, string member, string gross, string tare)
    {
        var screen = await phone.TypeAsync(member, "1", "1", gross, tare);
        foreach (var question in (string[])["Ni byo koko", "mu kanya gashize"])
        {
            screen = screen.Contains(question, StringComparison.Ordinal) ? await phone.TypeAsync("1") : screen;
        }

        return await phone.TypeAsync("1");
    }
}
