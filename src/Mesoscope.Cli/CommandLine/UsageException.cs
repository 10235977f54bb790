namespace Mesoscope.Cli.CommandLine;

/// <summary>The command line cannot be carried out. The message says what was seen and what was expected.</summary>
#pragma warning disable CA1032 // Always made with a message.
sealed class UsageException(string message) : Exception(message);
#pragma warning restore CA1032
