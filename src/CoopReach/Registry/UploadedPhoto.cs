using CoopReach.Audit;
using CoopReach.Engine.Phrases;
using Microsoft.AspNetCore.Components.Forms;

namespace CoopReach.Registry;

/// <summary>
/// A portrait as a browser sends it. The browser draws it anew and small: a picture of a camera is far too large, and what a
/// phone writes into it (where and when it was taken) is nobody's to keep.
/// </summary>
internal static class UploadedPhoto
{
    public const int MostBytes = 10_000_000;

    private const int Side = 480;
    private const int Head = 4;

    /// <summary>A browser says nothing at all of a picture it cannot draw.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <exception cref="RefusedException">It is too large, no JPEG or PNG, or cannot be drawn.</exception>
    public static async Task<byte[]> ReadAsync(IBrowserFile file, CancellationToken cancel)
    {
        if (file.Size > MostBytes)
        {
            throw RefusedException.Because("registry.refused.photo-size", "most", Value.Number(MostBytes / 1_000));
        }

        KeepPhoto.TypeOf(await BytesAsync(file, Head, cancel));
        return await BytesAsync(await SmallAsync(file, cancel), KeepPhoto.MostBytes, cancel);
    }

    private static async Task<IBrowserFile> SmallAsync(IBrowserFile file, CancellationToken cancel)
    {
        try
        {
            return await file.RequestImageFileAsync("image/jpeg", Side, Side).AsTask().WaitAsync(Patience, cancel);
        }
        catch (TimeoutException)
        {
            throw RefusedException.Because("registry.refused.photo-kind");
        }
    }

    private static async Task<byte[]> BytesAsync(IBrowserFile file, int most, CancellationToken cancel)
    {
        await using var sent = file.OpenReadStream(MostBytes, cancel);
        var read = new byte[Math.Min(file.Size, most)];
        return read[..await sent.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, cancel)];
    }
}
