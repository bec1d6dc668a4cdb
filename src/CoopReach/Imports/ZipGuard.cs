using System.IO.Compression;

namespace CoopReach.Imports;

/// <summary>Unpacks a file to nowhere first, counting, so that no small file becomes a huge one in memory.</summary>
internal static class ZipGuard
{
    private const long MostUnpacked = 300_000_000;
    private const long MostRatio = 150;
    private const long AlwaysFine = 5_000_000;
    private const int MostParts = 2_000;

    public static void Check(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            Count(zip, Math.Min(MostUnpacked, Math.Max(AlwaysFine, MostRatio * file.Length)));
        }
        catch (InvalidDataException)
        {
            throw BadFileException.Because("imports.refused.damaged");
        }
    }

    /// <summary>What the parts say of their size is not believed.</summary>
    private static void Count(ZipArchive zip, long most)
    {
        var buffer = new byte[81_920];
        var left = zip.Entries.Count > MostParts ? -1 : most;
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int read; left >= 0 && (read = part.Read(buffer)) > 0;)
            {
                left -= read;
            }
        }

        if (left < 0)
        {
            throw BadFileException.Because("imports.refused.unpacks");
        }
    }
}
