using System.Text;

namespace Mesoscope.Testing.Programs;

/// <summary>How a program ended.</summary>
/// <param name="Status">Its exit status; 128 + signal when a signal ended it, -1 when it ran out of time and was stopped.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record ProgramResult(int Status, byte[] Output, string Error)
{
    /// <summary>Standard output as text.</summary>
    public string OutputText => Encoding.UTF8.GetString(Output);

    /// <summary>The lines of standard error, without empty ones.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
