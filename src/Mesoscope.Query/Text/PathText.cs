using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Text;

/// <summary>Paths among an event's parameters.</summary>
static class PathText
{
    const byte Separator = (byte)'/';

    /// <summary>
    /// Appends the absolute form of a path that is relative, to the working directory or to the directory of another parameter;
    /// nothing for an absolute or an unknown one.
    /// </summary>
    public static void AppendAbsolute(Utf8Writer output, in ParameterView parameter)
    {
        var bytes = parameter.Bytes;
        if (bytes.Length == 0 || bytes[0] == Separator || bytes.StartsWith("<NA>"u8) || parameter.Context.Thread is not { } thread)
        {
            return;
        }

        var start = output.Length;
        var directory = FindDirectory(parameter);
        if (directory == DescriptorText.WorkingDirectory)
        {
            output.Append(parameter.Context.Machine.GetWorkingDirectory(thread));
        }
        else if (DescriptorText.Find(parameter.Context, directory) is { Name.Length: > 0 } descriptor)
        {
            PrintableText.AppendSanitized(output, descriptor.Name);
            output.Append(Separator);
        }

        AppendNormalized(output, start, ParameterView.Cut(bytes));
    }

    /// <summary>
    /// Appends a path to a directory that was written before, following <c>..</c> up to the directory's beginning, leaving out
    /// <c>.</c> and empty steps and a separator at the end; bytes that are not printable become dots.
    /// </summary>
    /// <param name="output">Ends with the directory.</param>
    /// <param name="start">Where the directory begins in <paramref name="output"/>.</param>
    /// <param name="path">The path, without NUL.</param>
    public static void AppendNormalized(Utf8Writer output, int start, ReadOnlySpan<byte> path)
    {
        output.GetSpan(path.Length);
        output.Length = start + Machine.Paths.PathText.Normalize(path, output.Buffer.AsSpan(start), output.Length - start);
    }

    /// <summary>The text's own directory parameter, or the number of the working directory.</summary>
    static long FindDirectory(in ParameterView parameter)
    {
        var index = parameter.Type == ParameterType.FsRelPath ? parameter.Info.DirectoryIndex : -1;
        var parameters = parameter.Context.Event.Info.Parameters;
        return (uint)index < (uint)parameters.Length && parameters[index].Type == ParameterType.Fd
            ? parameter.Context.Event.Int64(index)
            : DescriptorText.WorkingDirectory;
    }
}
