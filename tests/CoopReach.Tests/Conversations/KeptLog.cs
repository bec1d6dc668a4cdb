using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CoopReach.Tests.Conversations;

/// <summary>Everything the service logged, with its exceptions, for tests that ask what was or was not said.</summary>
internal sealed class KeptLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = [];

    public IEnumerable<string> At(LogLevel level) => _lines.Where(line => line.Level == level).Select(line => line.Text);

    public string All => string.Join('\n', _lines.Select(line => line.Text));

    public ILogger CreateLogger(string categoryName) => new Kept(_lines);

    public void Dispose()
    {
    }

    private sealed class Kept(ConcurrentQueue<(LogLevel Level, string Text)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
