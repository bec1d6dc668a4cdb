using System.Text;
using System.Text.Json;
using CoopReach.Channels.Twilio;
using CoopReach.Tests.Channels.Gateways;

namespace CoopReach.Tests.Channels.Twilio;

/// <summary>Signatures as the official kit made and judged them.</summary>
public sealed class SignatureTests
{
    private static readonly Dictionary<string, JsonElement> Vectors =
        WireFile.Signatures.At("vectors").EnumerateArray().ToDictionary(vector => vector.Text("name"));

    public static TheoryData<string> Names => [.. Vectors.Keys];

    [Fact]
    public void All_are_there() => Assert.Equal(
        (WireFile.Signatures.At("counts.total").GetInt32(), WireFile.Signatures.At("counts.valid").GetInt32()),
        (Vectors.Count, Vectors.Values.Count(vector => vector.At("valid").GetBoolean())));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_signature_is_judged_as_the_kit_judges_it(string name)
    {
        var vector = Vectors[name];
        var (token, signature, url) = (vector.Text("authToken"), vector.Text("signature"), vector.Text("url"));
        var valid = vector.Text("validator") == "validateRequestWithBody"
            ? TwilioSignature.IsValidBody(token, signature, url, Encoding.UTF8.GetBytes(vector.Text("body")))
            : TwilioSignature.IsValid(token, signature, url, (await FieldsAsync(vector)).All);

        Assert.Equal(vector.At("valid").GetBoolean(), valid);
    }

    /// <summary>Through our own reading of a form, names by case and all.</summary>
    private static async Task<FormFields> FieldsAsync(JsonElement vector)
    {
        var body = vector.TryGetProperty("formBody", out var form) ? form.GetString()! : "";
        return await FormFields.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), CancellationToken.None);
    }
}
