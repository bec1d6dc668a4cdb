using System.Globalization;
using System.Text;

namespace CoopReach.Booklets;

/// <summary>The drawings of a paper: the mark, the imigongo line, and a shape for each standing, so that colour is never needed.</summary>
internal static class PaperMarks
{
    public static readonly RawHtml Symbols = new("""
        <svg class="marks" aria-hidden="true"><defs>
        <symbol id="s-unpaid" viewBox="0 0 14 14"><circle cx="7" cy="7" r="5.2" fill="none" stroke="currentColor" stroke-width="1.8"/></symbol>
        <symbol id="s-part" viewBox="0 0 14 14"><circle cx="7" cy="7" r="5.2" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M7 1.8a5.2 5.2 0 0 0 0 10.4z" fill="currentColor"/></symbol>
        <symbol id="s-paid" viewBox="0 0 14 14"><circle cx="7" cy="7" r="6.1" fill="currentColor"/><path d="m4.200 7.200 2 2 3.700-4.200" fill="none" stroke="#fff" stroke-width="1.7"/></symbol>
        <symbol id="s-contested" viewBox="0 0 14 14"><path d="M7 .6 13.400 7 7 13.400.6 7z" fill="currentColor"/><path d="M7 3.800v3.700M7 9.600v.1" fill="none" stroke="#fff" stroke-width="1.7" stroke-linecap="round"/></symbol>
        <symbol id="s-held" viewBox="0 0 14 14"><path d="M4.300 2.500v9M9.700 2.500v9" fill="none" stroke="currentColor" stroke-width="2.6"/></symbol>
        <symbol id="s-reversed" viewBox="0 0 14 14"><path d="m2.600 2.600 8.800 8.800M11.400 2.600l-8.800 8.800" fill="none" stroke="currentColor" stroke-width="2"/></symbol>
        <symbol id="s-reversal" viewBox="0 0 14 14"><path d="M5.500 2.500 2 6l3.500 3.500M2.500 6H9a3 3 0 0 1 0 6H7" fill="none" stroke="currentColor" stroke-width="1.8"/></symbol>
        </defs></svg>
        """);

    public static readonly RawHtml Line = new("""
        <svg class="zig" aria-hidden="true"><defs><pattern id="zig" width="24" height="12" patternUnits="userSpaceOnUse">
        <path d="M6 12l6-5.4 6 5.4zM0 0h6L0 5.400zM24 0h-6l6 5.400z" fill="#E9A21F"/><path d="M-1 12.600 12 .9l13 11.700" fill="none" stroke="#1E5B3B" stroke-width="1.3"/>
        </pattern></defs><rect width="100%" height="12" fill="url(#zig)"/></svg>
        """);

    public static readonly RawHtml Mark = new("""
        <svg viewBox="0 0 28 28" aria-hidden="true"><path d="M14 1.500 26.500 14 14 26.500 1.500 14z" fill="none" stroke="#1E5B3B" stroke-width="2"/><path d="M14 6.800 21.200 14 14 21.200 6.800 14z" fill="#E9A21F"/><path d="M14 10.600 17.400 14 14 17.400 10.600 14z" fill="#123D28"/></svg>
        """);

    /// <summary>The shape of a standing.</summary>
    public static RawHtml Of(string standing) => new($"<svg aria-hidden=\"true\"><use href=\"#s-{standing}\"/></svg>");

    /// <summary>A string of a style sheet. All but plain letters and digits is written as its number, so that no name ends it.</summary>
    public static string CssText(string text)
    {
        var css = new StringBuilder(text.Length * 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value))
            {
                css.Append((char)rune.Value);
            }
            else
            {
                css.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:X6}");
            }
        }

        return css.Append('"').ToString();
    }
}
