namespace Mesoscope.DemoCluster.Commands;

/// <summary>A command was asked for in a way that it does not understand.</summary>
sealed class CommandException(string message) : Exception(message);
