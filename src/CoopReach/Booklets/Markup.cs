using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CoopReach.Booklets;

/// <summary>HTML that is right already, for the few pieces that are.</summary>
internal readonly record struct RawHtml(string Html);

/// <summary>
/// A page being written. What stands in the holes of an interpolated string is escaped, whoever's name or order it is:
/// there is no way to forget it.
/// </summary>
internal sealed class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new(32_768);

    public Markup Add([InterpolatedStringHandlerArgument("")] Handler html)
    {
        // The pieces were written while the argument was made.
        _ = html;
        return this;
    }

    public override string ToString() => _html.ToString();

    /// <summary>The compiler feeds it the pieces of an interpolated string, in order.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Handler
    {
        private readonly Markup _page;

        public Handler(int literalLength, int formattedCount, Markup page)
        {
            page._html.EnsureCapacity(page._html.Length + literalLength + (16 * formattedCount));
            _page = page;
        }

        public void AppendLiteral(string html) => _page._html.Append(html);

        public void AppendFormatted(string? text) => _page._html.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted(long number) => _page._html.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(RawHtml raw) => _page._html.Append(raw.Html);
    }
}
