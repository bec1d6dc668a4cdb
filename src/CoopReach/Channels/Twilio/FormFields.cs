using Microsoft.AspNetCore.WebUtilities;

namespace CoopReach.Channels.Twilio;

/// <summary>A form as it was sent: names differ by case, and each value stands where it stood. A signature is over that.</summary>
internal sealed class FormFields(IReadOnlyList<KeyValuePair<string, string>> all)
{
    private const int MostFields = 200;

    public IReadOnlyList<KeyValuePair<string, string>> All => all;

    /// <summary>The value of a field; empty when it is not there. Twilio writes each once.</summary>
    public string this[string name] => all.FirstOrDefault(field => field.Key == name).Value ?? "";

    /// <exception cref="InvalidDataException">It has too many fields.</exception>
    public static async Task<FormFields> ReadAsync(Stream body, CancellationToken cancel)
    {
        using var reader = new FormReader(body);
        var fields = new List<KeyValuePair<string, string>>();
        while (await reader.ReadNextPairAsync(cancel) is { } field)
        {
            fields.Add(fields.Count < MostFields ? field : throw new InvalidDataException("The form has too many fields."));
        }

        return new FormFields(fields);
    }
}
