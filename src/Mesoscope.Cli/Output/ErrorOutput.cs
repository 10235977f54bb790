using System.Text;

namespace Mesoscope.Cli.Output;

/// <summary>Standard error: one line per message.</summary>
static class ErrorOutput
{
    /// <summary>Writes <c>mesoscope: message</c>.</summary>
    public static void WriteMessage(string message) => Write($"mesoscope: {message}\n");

    /// <summary>Writes text as it is.</summary>
    public static void Write(string text) =>
        // Nobody is left to tell when standard error is closed.
        _ = Descriptor.Write(Descriptor.Error, Encoding.UTF8.GetBytes(text));
}
