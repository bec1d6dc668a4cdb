using System.Diagnostics;

namespace CoopReach.Booklets;

/// <summary>There is no PDF, and the message says to whoever runs the service what to do.</summary>
public sealed class NoPdfException(string message) : Exception(message);

/// <summary>
/// Makes a PDF of a page with headless Chromium, found at <c>Pdf:Chromium</c> or where systems put it. The browser reaches no
/// network, has a folder of its own, and is ended when it takes too long. That no script runs is the page's own policy: the
/// switch of the browser would stop its printing too.
/// </summary>
public sealed class PdfPrinter(IConfiguration configuration)
{
    private const string Setting = "Pdf:Chromium";

    private static readonly string[] Usual =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private static readonly string[] Options =
    [
        "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer",
        // Tags make a document of three thousand lines twenty times as large and take longer than the printing.
        "--disable-pdf-tagging",
    ];

    /// <summary>How long a document may take: three thousand lines take some seconds, on a machine that does much else a minute.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <exception cref="NoPdfException">There is no Chromium, it failed, or it took longer than <see cref="Patience"/>.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancel)
    {
        var chromium = Find();
        var folder = Directory.CreateTempSubdirectory("coopreach-pdf-");
        try
        {
            return await PrintAsync(chromium, folder.FullName, html, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What is set must be there: another browser than the one asked for would surprise.</summary>
    private string Find() => configuration[Setting] is { Length: > 0 } set
        ? File.Exists(set) ? set : throw new NoPdfException($"{Setting} is '{set}', and no such file is there.")
        : Array.Find(Usual, File.Exists)
            ?? throw new NoPdfException($"No Chromium was found. Install it (apt-get install chromium) or set {Setting} to where it is.");

    private async Task<byte[]> PrintAsync(string chromium, string folder, string html, CancellationToken cancel)
    {
        var (page, pdf) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
        await File.WriteAllTextAsync(page, html, cancel);
        using var browser = Process.Start(Start(chromium, folder, page, pdf))!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Patience);
        try
        {
            var said = browser.StandardError.ReadToEndAsync(deadline.Token);
            await Task.WhenAll(said, browser.StandardOutput.ReadToEndAsync(deadline.Token), browser.WaitForExitAsync(deadline.Token));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new NoPdfException($"Chromium took longer than {Patience.TotalSeconds:F0} s and was ended.");
        }
        finally
        {
            await EndAsync(browser);
        }

        return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancel) : throw new NoPdfException($"Chromium wrote no PDF (exit code {browser.ExitCode}).");
    }

    private static ProcessStartInfo Start(string chromium, string folder, string page, string pdf)
    {
        // Chromium refuses its sandbox to root. The page is our own and runs no script.
        string[] sandbox = Environment.UserName == "root" ? ["--no-sandbox"] : [];
        return new ProcessStartInfo(
            chromium, [.. Options, .. sandbox, $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
    }

    /// <summary>With all it started, and not before they are gone: the folder is deleted next.</summary>
    private static async Task EndAsync(Process browser)
    {
        if (!browser.HasExited)
        {
            browser.Kill(entireProcessTree: true);
        }

        await browser.WaitForExitAsync(CancellationToken.None);
    }
}
