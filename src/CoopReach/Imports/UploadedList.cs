using CoopReach.Audit;
using CoopReach.Engine.Phrases;
using Microsoft.AspNetCore.Components.Forms;

namespace CoopReach.Imports;

/// <summary>A file as a browser sends it. What is too large is refused by what the browser says of it, before a byte is read, and by what is read.</summary>
internal static class UploadedList
{
    private const int LongestName = 120;

    /// <exception cref="RefusedException">It is too large.</exception>
    public static async Task<byte[]> ReadAsync(IBrowserFile file, CancellationToken cancel)
    {
        if (file.Size > ListFile.MostBytes)
        {
            throw RefusedException.Because("imports.refused.too-big", "most", Value.Number(ListFile.MostBytes / 1_000_000));
        }

        await using var sent = file.OpenReadStream(ListFile.MostBytes, cancel);
        using var read = new MemoryStream((int)file.Size);
        await sent.CopyToAsync(read, cancel);
        return read.ToArray();
    }

    /// <summary>Of a name as long as a system allows, what people know a file by.</summary>
    public static string NameOf(IBrowserFile file) => file.Name.Length > LongestName ? file.Name[..LongestName] : file.Name;
}
