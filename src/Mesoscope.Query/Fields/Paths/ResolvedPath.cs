using Mesoscope.Machine;
using Mesoscope.Machine.Threads;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Paths;

/// <summary>Paths from the root on.</summary>
static class ResolvedPath
{
    /// <summary>The number that stands for the working directory where a directory's descriptor is asked for.</summary>
    public const long WorkingDirectory = DescriptorText.WorkingDirectory;

    /// <summary>Appends a path; a relative one behind the directory that it starts from, or behind <c>&lt;UNKNOWN&gt;</c>.</summary>
    /// <param name="context">The event.</param>
    /// <param name="thread">Its thread.</param>
    /// <param name="output">Where to.</param>
    /// <param name="directory">Descriptor of the directory, or <see cref="WorkingDirectory"/>.</param>
    /// <param name="path">The path, without NUL.</param>
    public static void Append(EventContext context, ThreadState thread, Utf8Writer output, long directory, ReadOnlySpan<byte> path)
    {
        var start = output.Length;
        if (path is not [(byte)'/', ..])
        {
            if (directory == WorkingDirectory)
            {
                output.Append(context.Machine.GetWorkingDirectory(thread));
            }
            else if (DescriptorText.Find(context, directory) is { } descriptor)
            {
                output.Append(descriptor.Name);
                output.Append((byte)'/');
            }
            else
            {
                output.Append("<UNKNOWN>"u8);
            }
        }

        PathText.AppendNormalized(output, start, path);
    }
}
