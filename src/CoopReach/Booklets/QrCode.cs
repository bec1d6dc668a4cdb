using System.Text;
using QRCoder;

namespace CoopReach.Booklets;

/// <summary>A QR code as a drawing: sharp at any size, with its quiet border.</summary>
internal static class QrCode
{
    /// <summary>Error correction M: a fold or a stain over a seventh of it does no harm.</summary>
    public static RawHtml Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var (matrix, path) = (data.ModuleMatrix, new StringBuilder());
        for (var row = 0; row < matrix.Count; row++)
        {
            for (var column = 0; column < matrix.Count; column++)
            {
                path.Append(matrix[row][column] ? $"M{column} {row}h1v1h-1z" : "");
            }
        }

        return new($"<svg class=\"qr\" viewBox=\"0 0 {matrix.Count} {matrix.Count}\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"QR\"><path d=\"{path}\"/></svg>");
    }
}
