using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Machine.Threads;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary><c>evt.abspath</c>: the path of a call that takes a directory's descriptor and a path, as an absolute path.</summary>
sealed class AbsolutePathField(bool isSecond) : Field
{
    const int MaxPathBytes = 1024;
    readonly Utf8Writer _text = new();

    /// <summary>Binds the field.</summary>
    public static Field Create(EventFieldRequest request, FieldSession session) => request.Argument switch
    {
        null or "src" or "dst" => new AbsolutePathField(request.Argument == "dst") { Info = request.Info, Text = request.Text },
        _ => throw new FieldException($"'{request.Text}' asks for neither 'evt.abspath.src' nor 'evt.abspath.dst'"),
    };

    /// <summary>Length of the argument <c>.src</c> or <c>.dst</c>.</summary>
    public static int MeasureArgument(ReadOnlySpan<char> rest) =>
        rest.StartsWith(".src", StringComparison.Ordinal) || rest.StartsWith(".dst", StringComparison.Ordinal) ? 4 : 0;

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        _text.Clear();
        if (!TryAppend(context, _text))
        {
            return false;
        }

        value.Bytes = _text.Written;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryAppend(EventContext context, Utf8Writer output)
    {
        var info = context.Event.Info;
        var (directory, path) = Parameters(info.Type);
        var directoryIndex = info.IndexOf(directory);
        var pathIndex = info.IndexOf(path);
        if (context.Thread is not { } thread
            || (uint)directoryIndex >= (uint)context.Event.ParameterCount
            || (uint)pathIndex >= (uint)context.Event.ParameterCount)
        {
            return false;
        }

        var bytes = context.Event.Parameter(pathIndex);
        var start = output.Length;
        var isAbsolute = bytes.Length == 0 || bytes[0] == '/';
        if (!isAbsolute)
        {
            AppendDirectory(output, context, thread, context.Event.Int64(directoryIndex));
        }

        var directoryBytes = isAbsolute ? 1 : output.Length - start;
        if (directoryBytes + bytes.Length + 1 > MaxPathBytes)
        {
            output.Length = start;
            output.Append("/PATH_TOO_LONG"u8);
        }
        else
        {
            PathText.AppendNormalized(output, start, ParameterView.Cut(bytes));
        }

        return true;
    }

    static void AppendDirectory(Utf8Writer output, EventContext context, ThreadState thread, long number)
    {
        if (number == DescriptorText.WorkingDirectory)
        {
            output.Append(context.Machine.GetWorkingDirectory(thread));
            return;
        }

        output.Append(DescriptorText.Find(context, number) is { } descriptor ? descriptor.Name : "<UNKNOWN>"u8);
        output.Append((byte)'/');
    }

    /// <summary>The names of the parameters that hold the directory and the path; empty for calls that have none.</summary>
    (string Directory, string Path) Parameters(EventType type) => type switch
    {
        EventType.SyscallRenameatExit or EventType.SyscallRenameat2Exit => isSecond ? ("newdirfd", "newpath") : ("olddirfd", "oldpath"),
        EventType.SyscallLinkatEnter or EventType.SyscallLinkatV2Exit => isSecond ? ("newdir", "newpath") : ("olddir", "oldpath"),
        EventType.SyscallSymlinkatExit => ("linkdirfd", "linkpath"),
        EventType.SyscallOpenatEnter or EventType.SyscallOpenatV2Exit or EventType.SyscallOpenat2Exit => ("dirfd", "name"),
        EventType.SyscallUnlinkatEnter or EventType.SyscallUnlinkatV2Exit => ("dirfd", "name"),
        EventType.SyscallMkdiratExit => ("dirfd", "path"),
        EventType.SyscallFchmodatExit => ("dirfd", "filename"),
        _ => ("", ""),
    };
}
