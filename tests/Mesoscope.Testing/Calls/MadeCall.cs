namespace Mesoscope.Testing.Calls;

/// <summary>A system call that was made, and the parameters that its events must have.</summary>
/// <param name="Call">Which.</param>
/// <param name="Enter">Of the enter event: a number (of the parameter's width), a text, bytes, or null for what only the kernel knows.</param>
/// <param name="Exit">Of the exit event.</param>
public sealed record MadeCall(TableCall Call, object?[] Enter, object?[] Exit)
{
    /// <summary>True when a parameter's bytes are what was expected.</summary>
    public static bool IsExpected(object? expected, ReadOnlySpan<byte> actual) => expected switch
    {
        null => true,
        string text => actual.SequenceEqual(System.Text.Encoding.UTF8.GetBytes(text + "\0")),
        byte[] bytes => actual.SequenceEqual(bytes),
        _ => actual.Length is > 0 and <= 8 && actual.SequenceEqual(BitConverter.GetBytes(Convert.ToInt64(expected)).AsSpan(0, actual.Length)),
    };
}
