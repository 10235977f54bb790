using Mesoscope.Machine.Threads;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>Command lines and environments, which threads keep as texts ended by NUL, as one line with blanks between them.</summary>
static class CommandText
{
    /// <summary>Appends the arguments.</summary>
    public static void AppendArguments(Utf8Writer output, ThreadState thread) => AppendJoined(output, thread.Arguments, thread.Arguments.Length);

    /// <summary>Appends name and arguments.</summary>
    public static void AppendCommandLine(Utf8Writer output, ThreadState thread)
    {
        output.Append(thread.Comm);
        if (thread.Arguments.Length > 0)
        {
            output.Append((byte)' ');
            AppendArguments(output, thread);
        }
    }

    /// <summary>Appends the first word and the arguments; the blank after the first word is there even without arguments.</summary>
    public static void AppendExecutableLine(Utf8Writer output, ThreadState thread)
    {
        output.Append(thread.Exe);
        output.Append((byte)' ');
        AppendArguments(output, thread);
    }

    /// <summary>Appends the environment. What is stored may be longer than what was used: NUL bytes at the end count for nothing.</summary>
    public static void AppendEnvironment(Utf8Writer output, ThreadState thread) =>
        AppendJoined(output, thread.Environment, UsedLength(thread.Environment));

    /// <summary>The environment variable with that name; false when it is not set.</summary>
    public static bool TryFindVariable(ThreadState thread, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> content)
    {
        var rest = thread.Environment.AsSpan(0, UsedLength(thread.Environment));
        while (rest.Length > 0)
        {
            var end = rest.IndexOf((byte)0);
            var variable = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (variable.Length > name.Length && variable[name.Length] == (byte)'=' && variable.StartsWith(name))
            {
                content = variable[(name.Length + 1)..];
                return true;
            }
        }

        content = default;
        return false;
    }

    /// <summary>The argument with that index, without the first word; false when there are fewer.</summary>
    public static bool TryFindArgument(ThreadState thread, long index, out ReadOnlySpan<byte> argument)
    {
        ReadOnlySpan<byte> rest = thread.Arguments;
        while (rest.Length > 0)
        {
            var end = rest.IndexOf((byte)0);
            argument = end < 0 ? rest : rest[..end];
            if (index-- == 0)
            {
                return true;
            }

            rest = end < 0 ? default : rest[(end + 1)..];
        }

        argument = default;
        return false;
    }

    /// <summary>How many arguments there are, without the first word.</summary>
    public static int CountArguments(ThreadState thread)
    {
        ReadOnlySpan<byte> arguments = thread.Arguments;
        return arguments.Length == 0 ? 0 : arguments[..^1].Count((byte)0) + 1;
    }

    /// <summary>How many bytes the arguments have together, without what separates them.</summary>
    public static int CountArgumentBytes(ThreadState thread) => thread.Arguments.Length - thread.Arguments.AsSpan().Count((byte)0);

    static int UsedLength(byte[] environment) => environment.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;

    static void AppendJoined(Utf8Writer output, byte[] texts, int length)
    {
        var source = texts.AsSpan(0, length);
        if (source is [.., 0])
        {
            source = source[..^1];
        }

        source.Replace(output.GetSpan(source.Length), (byte)0, (byte)' ');
        output.Advance(source.Length);
    }
}
