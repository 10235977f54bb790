using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mesoscope.Server.Hosting;

// Hands warnings and errors of the framework on as lines.
sealed class LineLoggerProvider(Action<string> log) : ILoggerProvider
{
    // Whoever started the host gets the reason as an exception.
    const string StartFailures = "Microsoft.Extensions.Hosting.Internal.Host";

    public ILogger CreateLogger(string categoryName) => categoryName == StartFailures ? NullLogger.Instance : new LineLogger(categoryName, log);

    public void Dispose()
    {
    }

    sealed class LineLogger(string category, Action<string> log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                log($"{category}: {formatter(state, exception)}{(exception is null ? "" : $" ({exception.GetType().Name}: {exception.Message})")}");
            }
        }
    }
}
