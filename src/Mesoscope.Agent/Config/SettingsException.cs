namespace Mesoscope.Agent.Config;

/// <summary>The settings cannot be used. The message says what was seen, where, and what was expected.</summary>
#pragma warning disable CA1032 // Always made with a message.
public sealed class SettingsException(string message) : Exception(message);
#pragma warning restore CA1032
