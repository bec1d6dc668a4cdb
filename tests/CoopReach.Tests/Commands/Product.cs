using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CoopReach.Tests.Commands;

/// <summary>The product as a process of its own, as an operator starts it. It is killed at the end if it still runs.</summary>
internal sealed partial class Product : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Product(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Note(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Note(_errors, line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("The product ended before it listened."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Runs one command to its end.</summary>
    public static async Task<Ended> RunAsync(string[] arguments, IReadOnlyDictionary<string, string> settings, string input = "", string? folder = null)
    {
        await using var product = Start(arguments, settings, folder);
        await product._process.StandardInput.WriteAsync(input);
        product._process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Longest);
        await product._process.WaitForExitAsync(patience.Token);

        return new(product._process.ExitCode, product._output.ToString(), product._errors.ToString());
    }

    /// <summary>Starts serving, on a free port where none is asked for, and waits until it listens.</summary>
    public static async Task<(Product Product, HttpClient Http)> ServeAsync(IReadOnlyDictionary<string, string> settings, string address = "http://127.0.0.1:0")
    {
        var product = Start(["serve", "--urls", address], settings, null);
        try
        {
            return (product, new HttpClient { BaseAddress = await product._listening.Task.WaitAsync(Longest) });
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            await product.DisposeAsync();
            throw new InvalidOperationException($"The product did not serve.\n{product._output}{product._errors}", failure);
        }
    }

    /// <summary>Asks the process to stop, as an operator's Ctrl+C does, and gives all that it wrote.</summary>
    public async Task<string> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(Longest);
        await _process.WaitForExitAsync(patience.Token);
        return _output.ToString();
    }

    /// <summary>The process is gone at once (SIGKILL): it says and writes nothing more.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static Product Start(string[] arguments, IReadOnlyDictionary<string, string> settings, string? folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder ?? AppContext.BaseDirectory, "CoopReach.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name.StartsWith("DOTNET_ENV", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new Product(new Process { StartInfo = start });
    }

    private void Note(StringBuilder text, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (text)
        {
            text.Append(line).Append('\n');
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex("Now listening on: [\\\\\"]*(http://[0-9.:]+)")]
    private static partial Regex Listening();
}

internal sealed record Ended(int Code, string Output, string Errors);
